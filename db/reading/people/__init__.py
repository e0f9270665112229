"""Who is named, with which title, post and group, and whom the store knows."""
