package latentlab.data.synthetic;

/**
 * One way to write a digit.
 *
 * @param name what tells it from the digit's other styles
 * @param weight how often it is used, against the weights of the digit's other styles; above 0
 * @param skeleton the strokes
 */
public record WritingStyle(String name, double weight, Skeleton skeleton) {}
