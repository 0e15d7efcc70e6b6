package latentlab.engine.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import latentlab.engine.layers.LayerConfiguration;
import latentlab.engine.primitives.FeatureShape;

/**
 * The layers of a network in the order of the forward pass, and what each of them is given: any
 * graph without cycles, with one or more inputs and outputs. Immutable; made by a {@link Builder}.
 */
public final class NetworkPlan {

  private final String name;
  private final List<Node> inputs;
  private final List<PlannedLayer> layers;
  private final List<Node> outputs;

  private NetworkPlan(Builder builder, List<Node> outputs) {
    this.name = builder.name;
    this.inputs = List.copyOf(builder.inputs);
    this.layers = List.copyOf(builder.layers);
    this.outputs = List.copyOf(outputs);
  }

  /**
   * Starts a plan.
   *
   * @param name of the network, with which the names of its weights begin
   * @return a plan without layers
   */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /**
   * A plan of layers one after another.
   *
   * @param name of the network
   * @param input the shape of one example
   * @param layers in the order of the forward pass
   * @return a plan with one input and one output
   * @throws IllegalArgumentException if a layer cannot follow the one before
   */
  public static NetworkPlan sequence(
      String name, FeatureShape input, List<? extends LayerConfiguration> layers) {
    Builder plan = named(name);
    Node last = plan.input(input);
    for (LayerConfiguration layer : layers) {
      last = plan.add(layer, last);
    }
    return plan.build(last);
  }

  /**
   * The name of the network.
   *
   * @return as given
   */
  public String name() {
    return name;
  }

  /**
   * What the network is given.
   *
   * @return in the order in which they were added
   */
  public List<Node> inputs() {
    return inputs;
  }

  /**
   * The layers.
   *
   * @return each after those whose outputs it is given
   */
  public List<PlannedLayer> layers() {
    return layers;
  }

  /**
   * What the network gives.
   *
   * @return in the order asked for
   */
  public List<Node> outputs() {
    return outputs;
  }

  /**
   * Whether a layer may overwrite its first input: it is the output of a layer that does not need
   * it for its backward pass, and nobody else reads it.
   *
   * @param layer of this plan
   * @return true if so
   */
  public boolean mayOverwriteInput(PlannedLayer layer) {
    return mayBeOverwritten(layer.inputs().get(0));
  }

  /**
   * Whether the layer that gives a value reads it again in its backward pass.
   *
   * @param value of this plan
   * @return false for inputs
   */
  public boolean readsOutputBackward(Node value) {
    return value.index() >= inputs.size() && source(value).configuration().readsOutputBackward();
  }

  private PlannedLayer source(Node value) {
    return layers.get(value.index() - inputs.size());
  }

  private boolean mayBeOverwritten(Node value) {
    if (value.index() < inputs.size() || readers(value) != 1) {
      return false;
    }
    PlannedLayer source = source(value);
    if (source.configuration().readsOutputBackward()) {
      return false;
    }
    return !source.configuration().passesMemoryOn() || mayOverwriteInput(source);
  }

  private long readers(Node value) {
    long byLayers =
        layers.stream()
            .flatMap(layer -> layer.inputs().stream())
            .filter(input -> input.index() == value.index())
            .count();
    return byLayers + outputs.stream().filter(output -> output.index() == value.index()).count();
  }

  /** Collects inputs, then layers. For one thread. */
  public static final class Builder {

    private final String name;
    private final List<Node> inputs = new ArrayList<>();
    private final List<PlannedLayer> layers = new ArrayList<>();
    private final Set<String> labels = new HashSet<>();
    private int layersWithParameters;

    private Builder(String name) {
      this.name = name;
    }

    /**
     * Adds an input.
     *
     * @param shape of one example
     * @return what can be given to layers
     * @throws IllegalStateException after the first layer
     */
    public Node input(FeatureShape shape) {
      if (!layers.isEmpty()) {
        throw new IllegalStateException("the inputs of " + name + " come before its layers");
      }
      Node node = new Node(inputs.size(), shape);
      inputs.add(node);
      return node;
    }

    /**
     * Adds a layer. With parameters, it is named by a number that counts such layers.
     *
     * @param configuration of the layer
     * @param given what it is given
     * @return what it gives
     * @throws IllegalArgumentException if the layer does not take such inputs
     */
    public Node add(LayerConfiguration configuration, Node... given) {
      List<FeatureShape> shapes = Arrays.stream(given).map(Node::shape).toList();
      String kind = configuration.getClass().getSimpleName();
      FeatureShape output = outputOf(configuration, shapes, String.valueOf(layers.size()));
      String label =
          configuration.parameters(shapes).isEmpty()
              ? kind.toLowerCase(Locale.ROOT) + "-" + layers.size()
              : String.valueOf(layersWithParameters++);
      return append(label, configuration, output, given);
    }

    /**
     * Adds a layer with a name of its own.
     *
     * @param label within the network, such as {@code down1.first}
     * @param configuration of the layer
     * @param given what it is given
     * @return what it gives
     * @throws IllegalArgumentException if the layer does not take such inputs, or the name is taken
     */
    public Node add(String label, LayerConfiguration configuration, Node... given) {
      List<FeatureShape> shapes = Arrays.stream(given).map(Node::shape).toList();
      return append(label, configuration, outputOf(configuration, shapes, label), given);
    }

    private FeatureShape outputOf(
        LayerConfiguration configuration, List<FeatureShape> shapes, String label) {
      try {
        return configuration.output(shapes);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            String.format(
                "layer %s (%s) of %s: %s",
                label, configuration.getClass().getSimpleName(), name, e.getMessage()),
            e);
      }
    }

    private Node append(
        String label, LayerConfiguration configuration, FeatureShape output, Node... given) {
      if (!labels.add(label)) {
        throw new IllegalArgumentException(name + " has two layers named '" + label + "'");
      }
      Node node = new Node(inputs.size() + layers.size(), output);
      layers.add(new PlannedLayer(name + "." + label, configuration, List.of(given), node));
      return node;
    }

    /**
     * Ends the plan.
     *
     * @param outputs what the network gives, at least one
     * @return the plan
     * @throws IllegalArgumentException if there is no output
     */
    public NetworkPlan build(Node... outputs) {
      if (outputs.length == 0 || layers.isEmpty()) {
        throw new IllegalArgumentException(name + " needs layers and an output");
      }
      return new NetworkPlan(this, List.of(outputs));
    }
  }
}
