"""What may be done with the book: each takes an open session and a draft, and never commits."""
