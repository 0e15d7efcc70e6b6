package latentlab;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.Slice;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import latentlab.models.ModelFamily;

/** What may know what. A rule that fails names the class and the line. */
@AnalyzeClasses(packages = "latentlab", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] FOUNDATIONS = {
    "latentlab.failure..", "latentlab.random..", "latentlab.progress..", "latentlab.storage.."
  };

  @ArchTest
  static final ArchRule LAYERS_USE_ONLY_THOSE_BELOW =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("foundations")
          .definedBy(FOUNDATIONS)
          .layer("engine")
          .definedBy("latentlab.engine..")
          .layer("data")
          .definedBy("latentlab.data..")
          .layer("models")
          .definedBy("latentlab.models..")
          .layer("training")
          .definedBy("latentlab.training..")
          .layer("evaluation")
          .definedBy("latentlab.evaluation..")
          .layer("cli")
          .definedBy("latentlab.cli..")
          .layer("ui")
          .definedBy("latentlab.ui..")
          .layer("launcher")
          .definedBy("latentlab")
          .whereLayer("foundations")
          .mayNotAccessAnyLayer()
          .whereLayer("engine")
          .mayOnlyAccessLayers("foundations")
          .whereLayer("data")
          .mayOnlyAccessLayers("foundations")
          .whereLayer("models")
          .mayOnlyAccessLayers("foundations", "engine", "data")
          .whereLayer("training")
          .mayOnlyAccessLayers("foundations", "engine", "data", "models")
          .whereLayer("evaluation")
          .mayOnlyAccessLayers("foundations", "engine", "data", "models", "training")
          .whereLayer("cli")
          .mayOnlyAccessLayers("foundations", "engine", "data", "models", "training", "evaluation")
          .whereLayer("ui")
          .mayOnlyAccessLayers("foundations", "engine", "data", "models", "training", "evaluation")
          .whereLayer("launcher")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("latentlab.(**)").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule EVERY_CLASS_IS_IN_A_LAYER =
      classes()
          .should()
          .resideInAnyPackage(
              "latentlab",
              "latentlab.failure..",
              "latentlab.random..",
              "latentlab.progress..",
              "latentlab.storage..",
              "latentlab.engine..",
              "latentlab.data..",
              "latentlab.models..",
              "latentlab.training..",
              "latentlab.evaluation..",
              "latentlab.cli..",
              "latentlab.ui..");

  @ArchTest
  static final ArchRule ONLY_THE_WINDOW_KNOWS_JAVAFX =
      noClasses()
          .that()
          .resideOutsideOfPackage("latentlab.ui..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javafx..",
              "com.sun.javafx..",
              "org.controlsfx..",
              "impl.org.controlsfx..",
              "atlantafx..",
              "org.kordamp.ikonli..",
              "io.fair_acc..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule THE_WINDOW_KNOWS_NO_ENGINE =
      noClasses()
          .that()
          .resideInAnyPackage("latentlab.ui..", "latentlab.cli..", "latentlab.data..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.deeplearning4j..", "org.nd4j.linalg..")
          .because("what leaves a live network are immutable values")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule MODEL_FAMILIES_DO_NOT_KNOW_EACH_OTHER =
      slices()
          .matching("latentlab.models.(*)..")
          .that(holdAClassThat(describe("is a model family", ArchitectureTest::isModelFamily)))
          .should()
          .notDependOnEachOther()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule NOBODY_KNOWS_A_MODEL_FAMILY =
      noClasses()
          .that()
          .resideOutsideOfPackage("latentlab.models..")
          .should()
          .dependOnClassesThat(describe("are model families", ArchitectureTest::isModelFamily))
          .because("tabs and commands ask for capabilities, never for a family")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule TABS_DO_NOT_KNOW_EACH_OTHER =
      slices()
          .matching("latentlab.ui.(*)..")
          .that(holdAClassThat(describe("is a tab", ArchitectureTest::isTab)))
          .should()
          .notDependOnEachOther()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Helper|Utils?|Impl)(\\$.*)?")
          .orShould()
          .haveNameMatching(".*\\.Abstract[A-Z].*Base(\\$.*)?");

  @ArchTest
  static final ArchRule FILES_ARE_NEVER_JAVA_SERIALISATION =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.ObjectInputStream")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.ObjectOutputStream")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.deeplearning4j.util.ModelSerializer");

  @ArchTest
  static final ArchRule NO_STATIC_FIELD_CHANGES =
      fields().that().areStatic().should().beFinal().allowEmptyShould(true);

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS =
      noClasses()
          .that(
              are(
                  describe(
                      "outside of the command line and the launcher",
                      type ->
                          !type.getPackageName().equals("latentlab")
                              && !resideInAPackage("latentlab.cli..").test(type))))
          .should(ACCESS_STANDARD_STREAMS)
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  @ArchTest
  static final ArchRule RANDOMNESS_COMES_FROM_A_SEED =
      noClasses()
          .that()
          .resideOutsideOfPackage("latentlab.random..")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(
              Random.class,
              ThreadLocalRandom.class,
              SplittableRandom.class,
              RandomGeneratorFactory.class)
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(Collections.class, "shuffle", List.class)
          .orShould()
          .callMethod(RandomGenerator.class, "getDefault")
          .orShould()
          .callMethod(RandomGenerator.class, "of", String.class);

  private static boolean isModelFamily(JavaClass type) {
    return !type.isInterface() && type.isAssignableTo(ModelFamily.class);
  }

  /** By name: the window may not be built yet. */
  private static boolean isTab(JavaClass type) {
    return !type.isInterface()
        && (type.getSimpleName().endsWith("Tab")
            || type.isAssignableTo("latentlab.ui.session.LabTab"));
  }

  private static DescribedPredicate<Slice> holdAClassThat(DescribedPredicate<JavaClass> is) {
    return describe(
        "hold a class that " + is.getDescription(), slice -> slice.stream().anyMatch(is));
  }
}
