"""What one claim says of another: denials, confirmations and repetitions, in a text and across texts."""
