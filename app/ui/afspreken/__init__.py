"""Making an appointment: the dialogs and the writing behind them, for every view that shows a conversation.

handelingen.py  `Afspreken`: plan, move, call off, nobody came; each can be taken back
dialogen.py     `PlanDialoog`, `VerplaatsDialoog`, `ZegAfDialoog`
aanwezigen.py   who is present
"""
