package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The start script for sh, with a stand-in for Java that prints what it was called with. */
class StartScriptTest {

  private static final Path SHELL = Path.of("/bin/sh");
  private static final Path SCRIPTS = Path.of("src/main/scripts");
  private static final Path SCRIPT = SCRIPTS.resolve("latent-lab");

  @TempDir private Path folder;

  @BeforeAll
  static void needsAShell() {
    assumeTrue(Files.isExecutable(SHELL), "skipped: this machine has no /bin/sh");
  }

  @ParameterizedTest
  @CsvSource({
    "train --threads 3 --epochs 2, 3",
    "train --threads=4, 4",
    "--threads 2 bench --threads 5, 5",
    "train --threads 0, ''",
    "train --threads -1, ''",
    "train --threads two, ''",
    "train --threads, ''",
    "train --latent 2, ''"
  })
  void findsTheThreadsAmongTheArguments(String arguments, String expected)
      throws IOException, InterruptedException {
    String script = ". \"$0\"; threads_option \"$@\"";
    List<String> command = new ArrayList<>(List.of(SHELL.toString(), "-c", script));
    command.add(SCRIPT.toAbsolutePath().toString());
    command.addAll(List.of(arguments.split(" ")));
    assertThat(run(command, Map.of("LATENT_LAB_SOURCED", "yes")).out().strip()).isEqualTo(expected);
  }

  @Test
  void startsThroughSymbolicLinksAndFoldersWithSpaces() throws IOException, InterruptedException {
    Path home = install(Files.createDirectories(folder.resolve("my programs")), "17.0.9");
    Path link = folder.resolve("ll");
    Files.createSymbolicLink(link, Path.of("my programs/bin/latent-lab"));
    CommandRun run = start(link, "train", "--out", "a folder", "--threads", "3");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .contains(
            "-Dlatentlab.home=" + home.toRealPath(),
            "-Dlatentlab.terminal=false",
            home.toRealPath() + "/lib/latent-lab.jar",
            "a folder",
            "OMP_NUM_THREADS=3")
        .doesNotContain("--enable-native-access=ALL-UNNAMED");
  }

  @Test
  void tellsJavaInTheWindowAloneHowToCompileTheToolkit() throws IOException, InterruptedException {
    Path home = install(Files.createDirectories(folder.resolve("my programs")), "17.0.9");
    Path script = home.resolve("bin/latent-lab");
    String lib = home.toRealPath() + "/lib/";
    assertThat(start(script).out().lines())
        .contains(
            "-XX:CompilerDirectivesFile=" + lib + "toolkit-compiler.json",
            "-XX:CompileCommandFile=" + lib + "toolkit-compiler.commands");
    assertThat(start(script, "models").out()).doesNotContain("toolkit-compiler");
  }

  @Test
  void keepsTheLoadedClassesOfTheWindowForItsNextStart() throws IOException, InterruptedException {
    Path home = install(Files.createDirectories(folder.resolve("my programs")), "17.0.9");
    Path script = home.resolve("bin/latent-lab");
    Path archive = archiveWrittenBy(start(script));
    assertThat(archive.getParent()).isEqualTo(folder.resolve("cache/latent-lab"));
    assertThat(start(script, "models").out()).doesNotContain("Archive");

    Files.createFile(archive);
    assertThat(start(script).out().lines())
        .contains("-XX:SharedArchiveFile=" + archive)
        .noneMatch(line -> line.contains("AtExit"));

    Files.writeString(home.resolve("lib/latent-lab.jar"), "another build");
    assertThat(archiveWrittenBy(start(script))).isNotEqualTo(archive);
    assertThat(archive).doesNotExist();
  }

  @Test
  void startsAllTheSameWhereNothingCanBeKept() throws IOException, InterruptedException {
    Path home = install(folder, "17.0.9");
    Files.createFile(folder.resolve("cache"));
    CommandRun run = start(home.resolve("bin/latent-lab"));
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("-jar").doesNotContain("Archive");
  }

  private static Path archiveWrittenBy(CommandRun run) {
    String option = "-XX:ArchiveClassesAtExit=";
    return run.out()
        .lines()
        .filter(line -> line.startsWith(option))
        .map(line -> Path.of(line.substring(option.length())))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void javaTakesWhatItIsToldAboutTheToolkitWithoutAWord() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> quiet = new ArrayList<>(List.of(java, "-XX:+UnlockDiagnosticVMOptions"));
    quiet.add("-XX:CompilerDirectivesFile=" + SCRIPTS.resolve("toolkit-compiler.json"));
    quiet.add("-XX:CompileCommandFile=" + SCRIPTS.resolve("toolkit-compiler.commands"));
    List<String> loud = new ArrayList<>(quiet);
    quiet.addAll(List.of("-XX:-DisplayVMOutput", "--version"));
    loud.addAll(List.of("-XX:+CompilerDirectivesPrint", "--version"));

    assertThat(run(loud, Map.of()).out()).contains("directives added", "javafx/*.*");
    CommandRun window = run(quiet, Map.of());
    assertThat(window.exitCode()).isZero();
    assertThat(window.out()).doesNotContain("directives", "CompileCommand");
  }

  @Test
  void allowsNativeAccessWhereJavaAsksForIt() throws IOException, InterruptedException {
    Path home = install(folder, "25");
    assertThat(start(home.resolve("bin/latent-lab")).out().lines())
        .contains("--enable-native-access=ALL-UNNAMED");
  }

  @ParameterizedTest
  @CsvSource({"11.0.2, Java 11", "1.8.0_402, Java 8", "16-ea, Java 16"})
  void refusesAnOldJava(String version, String words) throws IOException, InterruptedException {
    Path home = install(folder, version);
    start(home.resolve("bin/latent-lab")).refused(words, "install Java 17 or newer");
  }

  @Test
  void refusesAJavaHomeWithoutJava() throws IOException, InterruptedException {
    Path home = install(folder, "17");
    Files.delete(home.resolve("java/bin/java"));
    start(home.resolve("bin/latent-lab")).refused("JAVA_HOME is", "holds no bin/java");
  }

  @Test
  void saysHowItIsBuiltWhereItsJarIsMissing() throws IOException, InterruptedException {
    Path home = install(folder, "17");
    Files.delete(home.resolve("lib/latent-lab.jar"));
    start(home.resolve("bin/latent-lab")).refused("lib/latent-lab.jar' is missing", "mvn");
  }

  private static Path install(Path home, String javaVersion) throws IOException {
    Path script = Files.createDirectories(home.resolve("bin")).resolve("latent-lab");
    Files.copy(SCRIPT, script);
    Files.createFile(Files.createDirectories(home.resolve("lib")).resolve("latent-lab.jar"));
    Path java = Files.createDirectories(home.resolve("java/bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        if [ "$1" = -version ]; then
          echo 'openjdk version "%s" 2025-01-01' >&2
          exit 0
        fi
        printf '%%s\\n' "$@"
        echo "OMP_NUM_THREADS=$OMP_NUM_THREADS"
        """
            .formatted(javaVersion));
    for (Path file : List.of(script, java)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return home;
  }

  private CommandRun start(Path script, String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(args));
    Path java = script.toRealPath().resolve("../../java").normalize();
    String cache = folder.resolve("cache").toString();
    return run(command, Map.of("JAVA_HOME", java.toString(), "XDG_CACHE_HOME", cache));
  }

  private CommandRun run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    int exitCode = builder.start().waitFor();
    return new CommandRun(
        exitCode,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
