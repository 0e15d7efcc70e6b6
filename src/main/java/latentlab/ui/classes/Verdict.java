package latentlab.ui.classes;

/**
 * What the classifier takes an image for.
 *
 * @param label the class it thinks likeliest
 * @param probability of that class, 0 to 1
 */
record Verdict(int label, double probability) {}
