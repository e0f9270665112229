"""The entry line on the screen: an editor, what it is read as, and what is offered at the cursor."""
