"""A desk's spreadsheets: read as they are found, shown before they enter, entered in one step.

What is not certain is asked for instead of assumed: which country travels, whether 03/04 is in March or in April.
"""
