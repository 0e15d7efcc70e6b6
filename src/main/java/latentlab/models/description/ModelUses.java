package latentlab.models.description;

import java.util.ArrayList;
import java.util.List;
import latentlab.models.ClassConditional;
import latentlab.models.ConditionalSampler;
import latentlab.models.Encoder;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageTranslator;
import latentlab.models.LatentSpace;
import latentlab.models.PriorSampler;
import latentlab.models.Reconstructor;
import latentlab.models.denoising.StepwiseSampler;

/** The commands that a model can serve, by what it is able to do. */
final class ModelUses {

  /** Draws from the prior. */
  static final String GENERATE = "generate --count 100 --seed 7 --out samples.png";

  private final GenerativeModel model;
  private final boolean classes;
  private final List<String> uses = new ArrayList<>();

  private ModelUses(GenerativeModel model) {
    this.model = model;
    classes = !model.images().classNames().isEmpty();
  }

  /**
   * The commands, without the option that names the model.
   *
   * @param model asked by its owner for its capabilities alone
   * @return such as {@code encode --out codes.npy}, the most telling first
   */
  static List<String> of(GenerativeModel model) {
    ModelUses uses = new ModelUses(model);
    uses.drawing();
    uses.ofImages();
    return List.copyOf(uses.uses);
  }

  private void drawing() {
    add(PriorSampler.class, GENERATE);
    if (classes) {
      add(ConditionalSampler.class, "generate --class 0 --count 16 --out one-class.png");
    }
    if (model instanceof LatentSpace || model instanceof ClassConditional) {
      uses.add("grid --out grid.png");
    }
  }

  private void ofImages() {
    add(Reconstructor.class, "reconstruct --count 16 --out reconstructions.png");
    add(Encoder.class, "encode --count 1000 --out codes.npy");
    add(Encoder.class, "interpolate --count 3 --points 12 --out between.png");
    if (model instanceof ClassConditional styles && styles.ofClass(0) instanceof Encoder) {
      uses.add("transfer --index 0 --class 1 --out transferred.png");
    }
    add(StepwiseSampler.class, "denoise --count 16 --from-step 500 --out like-these.png");
    add(StepwiseSampler.class, "inpaint --count 16 --mask lower --out completed.png");
    add(ImageTranslator.class, "translate --to 1 --count 16 --out translated.png");
    uses.add("evaluate --json");
  }

  private void add(Class<?> capability, String command) {
    if (capability.isInstance(model)) {
      uses.add(command);
    }
  }
}
