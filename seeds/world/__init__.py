"""An invented world of any size: countries that meet often or hardly ever, people in offices, visits, outcomes.

The same seed gives the same world to the letter. Nobody in it exists.
"""
