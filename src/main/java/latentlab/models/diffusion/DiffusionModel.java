package latentlab.models.diffusion;

import latentlab.data.ImageBatch;
import latentlab.engine.blocks.UNet;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.optimizer.StochasticGradientDescent;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelTrainer;
import latentlab.models.PriorSampler;
import latentlab.models.denoising.ImageDiffusion;
import latentlab.models.denoising.NoiseSchedule;
import latentlab.models.denoising.SamplerType;
import latentlab.models.denoising.SamplingControl;
import latentlab.models.denoising.SamplingRequest;
import latentlab.models.denoising.StepwiseSampler;
import latentlab.models.networks.NetworkGroup;
import latentlab.models.networks.WeightAverage;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/** A diffusion model that draws images of any class. */
class DiffusionModel implements GenerativeModel, PriorSampler, StepwiseSampler {

  private final DiffusionConfig config;
  private final ImageDomain images;
  private final DiffusionNetwork trained;
  private final DiffusionNetwork average;
  private final NetworkGroup networks;
  private final ImageDiffusion diffusion;
  private final DiffusionTrainer trainer;

  /**
   * Makes a model.
   *
   * @param classes how many the network is told; 0 for none
   */
  DiffusionModel(DiffusionConfig config, ImageDomain images, int classes, Seed seed) {
    this.config = config;
    this.images = images;
    UNet unet = config.size().network();
    Adam adam = new Adam(config.learningRate());
    // Never updated by an optimiser, so one without a state.
    StochasticGradientDescent none = new StochasticGradientDescent(1);
    this.trained =
        new DiffusionNetwork("unet", unet, images.shape(), classes, config.steps(), adam, seed);
    this.average =
        new DiffusionNetwork("average", unet, images.shape(), classes, config.steps(), none, seed);
    this.networks = new NetworkGroup(trained.network(), average.network());
    NoiseSchedule schedule = NoiseSchedule.of(config.noiseSchedule(), config.steps());
    this.diffusion =
        new ImageDiffusion(
            images.shape(),
            schedule,
            new NetworkPredictor(average, schedule, config.prediction(), classes));
    this.trainer =
        new DiffusionTrainer(
            config,
            trained,
            average,
            new WeightAverage(trained.network(), average.network(), config.emaDecay()),
            new DiffusionLoss(config, schedule, images.shape(), classes));
  }

  @Override
  public final ImageDomain images() {
    return images;
  }

  @Override
  public final long parameterCount() {
    return trained.network().parameterCount();
  }

  /** The weights that are trained, and their running average, which draws. */
  @Override
  public final Tensors weights() {
    return networks.weights();
  }

  @Override
  public final void setWeights(Tensors weights) {
    networks.setWeights(weights);
    trainer.weightsWereSet();
  }

  @Override
  public final ModelTrainer trainer() {
    return trainer;
  }

  @Override
  public final ImageDiffusion diffusion() {
    return diffusion;
  }

  @Override
  public final SamplingRequest request(int count, Seed seed) {
    return SamplingRequest.of(count, seed, config.samplingSteps())
        .withSampler(SamplerType.DDIM, 0)
        .withGuidance(config.guidance());
  }

  @Override
  public ImageBatch sample(int count, Seed seed) {
    return diffusion.images(request(count, seed), SamplingControl.none());
  }

  @Override
  public final void close() {
    trained.close();
    average.close();
  }
}
