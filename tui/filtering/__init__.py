"""Filters on the screen: how a list's text is read and completed, and the filters that an officer has named."""
