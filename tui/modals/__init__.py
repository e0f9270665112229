"""What opens over the screen, asks one thing and goes away; each is a `ModalScreen[Answer | None]`."""
