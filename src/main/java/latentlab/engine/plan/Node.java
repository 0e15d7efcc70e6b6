package latentlab.engine.plan;

import latentlab.engine.primitives.FeatureShape;

/**
 * A value that flows through a planned network: one of its inputs or what a layer gives.
 *
 * @param index its place among the values: first the inputs, then the layers' outputs
 * @param shape of one example
 */
public record Node(int index, FeatureShape shape) {}
