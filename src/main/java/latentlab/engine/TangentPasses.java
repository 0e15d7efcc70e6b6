package latentlab.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.PiecewiseLinearLayer;
import latentlab.engine.layers.Wanted;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.plan.PlannedLayer;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.profile.LayerPassEvent;

/**
 * Passes through the derivative of a network at the batch that went forward last in training: the
 * linear map that the network is there, without biases and with the slopes of its activations
 * frozen. They leave alone what the network's own backward pass reads. Owned by the network's
 * thread; uses its layers and needs no closing.
 */
public final class TangentPasses {

  private final NetworkPlan plan;
  private final List<PiecewiseLinearLayer> layers;
  private final IntSupplier rowsForward;
  private final BatchCheck check;
  private int rowsTangent;

  private TangentPasses(
      NetworkPlan plan, List<PiecewiseLinearLayer> layers, IntSupplier rowsForward) {
    this.plan = plan;
    this.layers = layers;
    this.rowsForward = rowsForward;
    this.check = new BatchCheck(plan.name());
  }

  /**
   * Checks the layers.
   *
   * @param rowsForward how many rows went forward last in training; 0 if none
   */
  static TangentPasses of(NetworkPlan plan, List<Layer> layers, IntSupplier rowsForward) {
    requireOneInputAndOutput(plan);
    List<PiecewiseLinearLayer> linear = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i) instanceof PiecewiseLinearLayer layer && layer.piecewiseLinear()) {
        linear.add(layer);
      } else {
        PlannedLayer planned = plan.layers().get(i);
        throw new IllegalArgumentException(
            String.format(
                "layer %s (%s) is not piecewise linear", planned.name(), planned.configuration()));
      }
    }
    return new TangentPasses(plan, linear, rowsForward);
  }

  /** Then layers of one input each are a sequence, for DL4J refuses loose ends. */
  private static void requireOneInputAndOutput(NetworkPlan plan) {
    if (plan.inputs().size() != 1 || plan.outputs().size() != 1) {
      throw new IllegalArgumentException(
          String.format(
              "%s must have one input and one output, not %d and %d",
              plan.name(), plan.inputs().size(), plan.outputs().size()));
    }
  }

  /**
   * The shape of a direction.
   *
   * @return that of one example of the network's input
   */
  public FeatureShape directionShape() {
    return plan.inputs().get(0).shape();
  }

  /**
   * Applies the derivative of the network to a direction for each row.
   *
   * @param direction [rows, inputs] with as many rows as went forward; may be overwritten, and
   *     belongs to the network until {@link #backward} was called
   * @return [rows, outputs] the slope of each output in its row's direction, overwritten by the
   *     next call with as many rows
   * @throws IllegalArgumentException if the direction has other numbers of rows or columns
   * @throws IllegalStateException if no forward pass in training came before
   */
  public Matrix forward(Matrix direction) {
    if (rowsForward.getAsInt() == 0) {
      throw new IllegalStateException(
          "a tangent pass of " + plan.name() + " needs a forward pass in training before it");
    }
    check.checkShape("direction", direction, directionShape());
    check.checkRows("direction", direction, rowsForward.getAsInt());
    rowsTangent = direction.rows();
    Matrix value = direction;
    for (int i = 0; i < layers.size(); i++) {
      LayerPassEvent event = new LayerPassEvent();
      event.begin();
      value = layers.get(i).tangent(value);
      GraphPasses.record(event, plan.layers().get(i), LayerPassEvent.FORWARD, rowsTangent);
    }
    return value;
  }

  /**
   * Computes the gradients of all parameters of the network for the tangent pass that came last;
   * those of biases are 0. They replace the gradients of before.
   *
   * @param error [rows, outputs] dL/d(what {@link #forward} returned); overwritten
   * @throws IllegalArgumentException if the error has other numbers of rows or columns
   * @throws IllegalStateException if no {@link #forward} with these rows came right before
   */
  public void backward(Matrix error) {
    if (rowsTangent == 0 || rowsTangent != rowsForward.getAsInt()) {
      throw new IllegalStateException(
          "the backward tangent pass of " + plan.name() + " needs a tangent pass right before it");
    }
    check.checkShape("error", error, plan.outputs().get(0).shape());
    check.checkRows("error", error, rowsTangent);
    Matrix current = error;
    for (int i = layers.size() - 1; i >= 0; i--) {
      LayerPassEvent event = new LayerPassEvent();
      event.begin();
      current = layers.get(i).tangentBackward(current, new Wanted(true, i > 0));
      GraphPasses.record(event, plan.layers().get(i), LayerPassEvent.BACKWARD, rowsTangent);
    }
  }
}
