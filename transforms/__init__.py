"""The domain: text and frames in, frames out. No files, no clock, no database, no scheduler."""
