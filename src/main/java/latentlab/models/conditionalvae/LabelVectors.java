package latentlab.models.conditionalvae;

import latentlab.engine.layers.embedding.Embedding;
import latentlab.engine.layers.shape.Reshape;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.plan.Node;
import latentlab.engine.primitives.FeatureShape;

/**
 * What a network is given for a label, and what it makes of it.
 *
 * @param kind how it is told
 * @param classes how many there are, at least 1
 * @param embeddingSize the length of a learnt vector
 */
record LabelVectors(LabelInput kind, int classes, int embeddingSize) {

  /** How many numbers stand for a label at the input of a network. */
  int columns() {
    return kind == LabelInput.ONE_HOT ? classes : 1;
  }

  /** The labels as networks are given them, [count, columns]. */
  float[] rows(int[] labels) {
    float[] rows = new float[labels.length * columns()];
    for (int i = 0; i < labels.length; i++) {
      if (kind == LabelInput.ONE_HOT) {
        rows[i * classes + labels[i]] = 1f;
      } else {
        rows[i] = labels[i];
      }
    }
    return rows;
  }

  /** The vector that stands for the label within a network. */
  Node vector(NetworkPlan.Builder plan, Node input) {
    if (kind == LabelInput.ONE_HOT) {
      return input;
    }
    Node looked = plan.add(new Embedding(classes, embeddingSize), input);
    return plan.add(new Reshape(FeatureShape.vector(embeddingSize)), looked);
  }
}
