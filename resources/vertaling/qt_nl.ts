<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- What Qt's own Dutch (qtbase_nl.qm) lacks of the dialogs one can meet here. After a change:
     pyside6-lrelease resources/vertaling/qt_nl.ts -qm resources/vertaling/qt_nl.qm -->
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
    <name>QFileDialog</name>
    <message><source>&amp;Look in:</source><translation>&amp;Zoeken in:</translation></message>
    <message><source>Files of &amp;type:</source><translation>Bestands&amp;type:</translation></message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message><source>Folder</source><translation>Map</translation></message>
    <message><source>File</source><translation>Bestand</translation></message>
    <message><source>Drive</source><translation>Station</translation></message>
    <message><source>Shortcut</source><translation>Snelkoppeling</translation></message>
    <message><source>Unknown</source><translation>Onbekend</translation></message>
</context>
</TS>
