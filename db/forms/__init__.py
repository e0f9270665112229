"""Forms: what each kind of record can be asked, and how what stands in a field is read; nothing here writes."""
