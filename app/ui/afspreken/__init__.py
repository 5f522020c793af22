"""Making an appointment: the dialogs and the writing behind them, for every view that shows a conversation.

handelingen.py  `Afspreken`: plan, move, call off, nobody came; each can be taken back
dialogen.py     `PlanDialoog`, `VerplaatsDialoog`, `ZegAfDialoog`
aanwezigen.py   who is present
overig.py       a conversation outside the moments of the year
notitie.py      a quick note of a phone call, about a pupil who is looked up (zoekleerling.py)
woorden.py      how conversations are said and coloured, everywhere alike
"""
