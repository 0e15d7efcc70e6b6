package latentlab.ui.codes;

import latentlab.data.ImageBatch;

/**
 * What some codes would draw.
 *
 * @param from the first code
 * @param patches one for each code from there on
 */
record PalettePart(int from, ImageBatch patches) {}
