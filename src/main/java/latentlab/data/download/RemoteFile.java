package latentlab.data.download;

/**
 * A gzip file on a mirror. It is known by what it unpacks to: the same data is published in several
 * packings, whose own checksums differ.
 *
 * @param name its name on the mirror and in the cache
 * @param packedSize its usual length in bytes, for the progress only
 * @param contentSize its length unpacked, in bytes
 * @param contentSha256 SHA-256 of what it unpacks to, in hexadecimal
 */
record RemoteFile(String name, long packedSize, long contentSize, String contentSha256) {}
