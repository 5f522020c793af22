"""Sentences that more than one part of annexes says."""

LEAVES = "Dan komt er een leesbare kopie op je laptop te staan, tot je Ruggespraak vergrendelt of sluit."
