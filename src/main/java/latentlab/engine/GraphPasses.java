package latentlab.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixSum;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.Wanted;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.plan.Node;
import latentlab.engine.plan.PlannedLayer;
import latentlab.engine.profile.LayerPassEvent;
import org.jspecify.annotations.Nullable;

/**
 * Runs a batch through the layers of a network, forward and backward, handing memory from layer to
 * layer without copies. Owned by one thread.
 */
final class GraphPasses {

  private final NetworkPlan plan;
  private final List<Layer> layers;
  private final MatrixSum sum;
  private final boolean[] learns;
  private final @Nullable Matrix[] values;
  private final @Nullable Matrix[] errors;

  GraphPasses(NetworkPlan plan, List<Layer> layers, MatrixSum sum) {
    this.plan = plan;
    this.layers = layers;
    this.sum = sum;
    this.learns = new boolean[layers.size()];
    for (int i = 0; i < learns.length; i++) {
      learns[i] = plan.layers().get(i).hasParameters();
    }
    this.values = new Matrix[plan.inputs().size() + layers.size()];
    this.errors = new Matrix[values.length];
  }

  /** The outputs for some inputs, of which there is one for each input of the plan. */
  List<Matrix> forward(List<Matrix> inputs, Pass pass) {
    for (int i = 0; i < inputs.size(); i++) {
      values[i] = inputs.get(i);
    }
    for (int i = 0; i < layers.size(); i++) {
      PlannedLayer planned = plan.layers().get(i);
      LayerPassEvent event = new LayerPassEvent();
      event.begin();
      values[inputs.size() + i] = layers.get(i).forward(valuesOf(planned.inputs()), pass);
      record(event, planned, LayerPassEvent.FORWARD, inputs.get(0).rows());
    }
    return valuesOf(plan.outputs());
  }

  private List<Matrix> valuesOf(List<Node> nodes) {
    List<Matrix> found = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      found.add(present(values[node.index()]));
    }
    return found;
  }

  private static Matrix present(@Nullable Matrix value) {
    if (value == null) {
      throw new IllegalStateException("a backward pass needs a forward pass before it");
    }
    return value;
  }

  /**
   * Goes back from the errors of the outputs.
   *
   * @param outputErrors one for each output; null where the loss does not depend on it
   * @param wanted what is needed of the whole network
   * @return the errors of the inputs; null where they are not wanted or the loss does not depend on
   *     them
   */
  List<@Nullable Matrix> backward(List<? extends @Nullable Matrix> outputErrors, Wanted wanted) {
    Arrays.fill(errors, null);
    for (int i = 0; i < outputErrors.size(); i++) {
      Matrix error = outputErrors.get(i);
      if (error != null) {
        add(plan.outputs().get(i), error);
      }
    }
    boolean[] needed = neededErrors(wanted);
    for (int i = layers.size() - 1; i >= 0; i--) {
      backward(i, wanted, needed);
    }
    List<@Nullable Matrix> inputErrors = new ArrayList<>();
    for (Node input : plan.inputs()) {
      inputErrors.add(wanted.inputs() ? errors[input.index()] : null);
    }
    return inputErrors;
  }

  private void backward(int index, Wanted wanted, boolean[] needed) {
    PlannedLayer planned = plan.layers().get(index);
    Matrix error = errors[planned.output().index()];
    if (error == null || !needed[planned.output().index()]) {
      return;
    }
    boolean inputsNeeded = planned.inputs().stream().anyMatch(input -> needed[input.index()]);
    LayerPassEvent event = new LayerPassEvent();
    event.begin();
    List<Matrix> inputErrors =
        layers.get(index).backward(error, new Wanted(wanted.parameters(), inputsNeeded));
    record(event, planned, LayerPassEvent.BACKWARD, error.rows());
    if (inputsNeeded) {
      for (int i = 0; i < planned.inputs().size(); i++) {
        Node input = planned.inputs().get(i);
        if (needed[input.index()]) {
          add(input, inputErrors.get(i));
        }
      }
    }
  }

  private void add(Node value, Matrix error) {
    Matrix before = errors[value.index()];
    if (before == null) {
      errors[value.index()] = error;
    } else {
      sum.add(before, error);
    }
  }

  /** Which errors lead to something that is wanted. */
  private boolean[] neededErrors(Wanted wanted) {
    boolean[] needed = new boolean[values.length];
    Arrays.fill(needed, 0, plan.inputs().size(), wanted.inputs());
    for (int i = 0; i < learns.length; i++) {
      PlannedLayer layer = plan.layers().get(i);
      boolean leadsOn = layer.inputs().stream().anyMatch(input -> needed[input.index()]);
      needed[layer.output().index()] = leadsOn || (wanted.parameters() && learns[i]);
    }
    return needed;
  }

  /** A multiplication and an addition are two operations; a backward pass does twice the work. */
  static void record(LayerPassEvent event, PlannedLayer layer, String pass, int rows) {
    if (event.isEnabled()) {
      int passes = pass.equals(LayerPassEvent.BACKWARD) ? 4 : 2;
      long perExample = layer.configuration().multiplyAdds(layer.inputShapes());
      event.finish(
          layer.name(),
          layer.configuration().getClass().getSimpleName(),
          pass,
          passes * perExample * rows);
    }
  }
}
