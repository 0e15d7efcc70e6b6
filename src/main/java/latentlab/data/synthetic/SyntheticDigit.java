package latentlab.data.synthetic;

/**
 * A drawn digit and what made it.
 *
 * @param pixels [28, 28], unsigned, 0 (black) to 255 (white); given away, not to be changed
 * @param factors the ground truth
 */
@SuppressWarnings("ArrayRecordComponent") // Digits are never compared as wholes.
public record SyntheticDigit(byte[] pixels, DigitFactors factors) {}
