package dev.lifeline.audit;

/**
 * An entry as it stands in the record.
 *
 * @param sequence 1 for the first; no number is missing
 * @param previousHash hash of the entry before, 64 zeros for the first
 * @param hash SHA-256 over the number, the previous hash and the entry's text, in hexadecimal
 */
public record ChainedEntry(long sequence, String entryJson, String previousHash, String hash) {}
