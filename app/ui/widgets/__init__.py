"""The widgets that all views share. Import each from its own module; nothing is imported here, start-up is measured.

Every field has `value()`, `set_value(value)` (silent) and a signal `changed` without arguments, for what a person does.

module           widgets
---------------  -----------------------------------------------------------------------------------------------------
page             `Page` frame of a view: title, chips, actions at the right, scrolling body; `Scroll`
card             `Card` white sheet with round corners, optional heading; `RefilledCard` fills itself anew
labels           `Title` `Heading` `Muted` `Small` `Text(text, role)`: plain text that wraps with the right height
buttons          `Button(text, kind)` primary, secondary, quiet, danger, with shown shortcut; `IconButton`; `Link`
fact             `fact(label, content)` a small label with what it is below it
chip             `Chip(text, state, icon)` a state in a word; `Badge` a count; `STATE_ICONS`
form_rows        `FormRows.add_row(label, widget, hint, optional)` -> `FormRow` with `set_error`: the way to add a field
line_field       `LineField` one line
growing_text     `GrowingText` text as high as its content
tab_order        `tab` Tab goes along the layouts; windows and dialogs have it by themselves
choice           `Choice` one of a list; `EditableChoice` of a list or typed
segmented        `Segmented` one of a few, all in view
check_list       `CheckBox` one box; `CheckList` several
date_field       `DateField` a date typed as people say it, or picked
password_field   `PasswordField` a secret that can be shown, with strength
table            `DataTable(name, columns)` calm, sortable, any length; `table_model`: `Column`, `Tag` (a chip)
choice_table     `ChoiceTable` the same with a box before each row, to do something with several at once
dialog           `Dialog` with `ask()`; `Question` and `Message` ready to use
modal            `Modal` what `Dialog` is: waited for, and put away while the program is locked
edit_dialog      `EditDialog` a dialog with fields that are checked before it is accepted
dropped          `dropped_file` the file that is dragged onto a view
file_dialog      `choose_file(s)` the system's list of files, beginning where one was
banner           `Banner` a notice in its place, with actions
empty_state      `EmptyState` what stands where there is nothing yet
undo_bar         `UndoBar` takes back what just went
save_state       `SaveState` whether all is kept
progress_panel   `ProgressPanel` long work, can be stopped
bars             `MiniBar` how far; `StackedBar` parts of a whole
avatar           `Avatar` initials
station_line     `StationLine` a route as a line of stations: of one pupil, or with a count at each
sign             `Sign` an icon in a layout; `RoundSign` a large one on a circle
flow             `Flow` a row that wraps: chips, buttons, options
layouts          `empty` lets all widgets in a layout go
accessible       names and descriptions for screen readers, `announce`
paint            shapes that self-painting widgets share
"""
