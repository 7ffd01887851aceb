package dev.lifeline.audit;

/**
 * An entry as it is stored, with its place in the hash chain.
 *
 * @param sequence 1 for the first; without gaps
 * @param entryJson the entry as JSON, exactly as it was hashed
 * @param previousHash hash of the entry before; 64 zeros for the first
 * @param hash SHA-256 over sequence, previous hash and JSON, in hexadecimal
 */
public record ChainedEntry(long sequence, String entryJson, String previousHash, String hash) {}
