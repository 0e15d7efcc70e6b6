package latentlab.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Predicate;
import latentlab.failure.OperationFailedException;

/**
 * A folder of several files that are replaced all at once.
 *
 * <p>No common file system swaps two folders in one step from Java, so there are three names: the
 * folder itself, {@code .NAME.new} beside it (a new version, complete) and {@code .NAME.old} (the
 * version before, complete). Writing fills a part, names it {@code .new}, moves the folder to
 * {@code .old}, the new version into its place, and removes {@code .old}. At each moment at least
 * one of the three is complete, and {@link #recover()} or the next write goes on from wherever a
 * crash ended this. Windows moves no folder of which a file is open: a write then fails, and the
 * old version stays.
 *
 * <p>Files that the owner of the folder did not write, such as a user's notes, are kept. Two
 * writers must not write the same folder at once; readers may come at any time.
 */
public final class AtomicFolder {

  /** A reader may put the old version back while the new one moves in; not more often than this. */
  private static final int ATTEMPTS = 10;

  private final Path target;
  private final Predicate<String> owned;

  /**
   * Names a folder, which may exist or not.
   *
   * @param target the folder
   * @param owned tells from a file's name whether it is part of what is replaced; other files stay
   */
  public AtomicFolder(Path target, Predicate<String> owned) {
    this.target = target;
    this.owned = owned;
  }

  /** What a folder is to hold. */
  @FunctionalInterface
  public interface FolderContent {

    /**
     * Writes all files.
     *
     * @param folder receives them
     * @throws IOException if one cannot be written or made
     */
    void writeTo(NewFolder folder) throws IOException;
  }

  /** A folder that is being filled. */
  @FunctionalInterface
  public interface NewFolder {

    /**
     * Adds a file.
     *
     * @param name its name, without a path
     * @param content what it is to hold
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if the name is none that the owner of the folder owns
     */
    void add(String name, FileContent content) throws IOException;
  }

  /**
   * Replaces the files of the folder by new ones. Missing folders above it are made; a symbolic
   * link is followed.
   *
   * @param content the new files; files that the folder has now and that are not among them go
   * @throws OperationFailedException if the disk is full, the folder above cannot be written, the
   *     target is a file, or the content throws an {@link IOException}; the folder is then as it
   *     was. What else the content throws is passed on, with the same effect.
   */
  public void write(FolderContent content) {
    change(
        places -> {
          Files.createDirectories(PartPath.folderOf(places.folder));
          PartPath.removeAbandoned(places.folder);
          finish(places);
          Path part = PartPath.beside(places.folder);
          try {
            fill(part, content);
            PartPath.move(part, places.ready);
          } catch (IOException | RuntimeException | Error e) {
            PartPath.removeQuietly(part, e);
            throw e;
          }
          replace(places);
        });
  }

  /**
   * Finds out whether {@link #write} can succeed, by making an empty folder beside the target and
   * removing it again. Missing folders above it are made.
   *
   * @throws OperationFailedException if it cannot, with the reason
   */
  public void checkWritable() {
    change(
        places -> {
          Files.createDirectories(PartPath.folderOf(places.folder));
          Path part = PartPath.beside(places.folder);
          Files.createDirectory(part);
          Files.delete(part);
        });
  }

  /**
   * Puts a complete version back into place if a crash left none there, and removes what a crash
   * left over. To be called before reading.
   *
   * @throws OperationFailedException if the version that is there cannot be put into place
   */
  public void recover() {
    change(
        places -> {
          if (!Files.exists(places.folder)) {
            restore(places);
          } else if (PartPath.isAbandoned(places.old)) {
            tidy(places);
          }
        });
  }

  private void change(Change change) {
    if (Files.isRegularFile(target)) {
      throw new OperationFailedException(
          "cannot write " + target + ": it is a file; expected a folder");
    }
    try {
      change.apply(new Places(PartPath.resolve(target)));
    } catch (IOException e) {
      throw new OperationFailedException("cannot write " + target + ": " + IoReason.of(e), e);
    }
  }

  private void fill(Path part, FolderContent content) throws IOException {
    Files.createDirectory(part);
    content.writeTo(
        (name, file) -> {
          if (!owned.test(name) || !Path.of(name).equals(Path.of(name).getFileName())) {
            throw new IllegalArgumentException(name + " is no name of a file of " + target);
          }
          PartPath.writeFile(part.resolve(name), file);
        });
    PartPath.syncFolder(part);
  }

  /** Swaps; if that fails, the new version goes and the one before stays. */
  private void replace(Places places) throws IOException {
    try {
      finish(places);
    } catch (IOException e) {
      if (!Files.exists(places.folder) && Files.exists(places.old)) {
        PartPath.move(places.old, places.folder);
      }
      if (Files.exists(places.folder)) {
        PartPath.removeQuietly(places.ready, e);
      }
      throw e;
    }
  }

  /** Brings a swap to its end, from any moment at which it was left. For writers only. */
  private void finish(Places places) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS && Files.exists(places.ready); attempt++) {
      if (Files.exists(places.folder)) {
        makeWay(places);
      }
      restore(places);
    }
    if (Files.exists(places.ready)) {
      throw new IOException("it is put back by another program whenever it is replaced");
    }
    restore(places);
    tidy(places);
  }

  /** Moves the folder aside. Its time is set first, for a reader to tell this from a crash. */
  private void makeWay(Places places) throws IOException {
    if (Files.exists(places.old)) {
      removeOld(places);
    }
    PartPath.touch(places.folder);
    PartPath.move(places.folder, places.old);
  }

  /**
   * Fills the folder's place if it is empty. A writer and a reader may both do this: whoever comes
   * second finds the place taken, or nothing left to move.
   */
  private static void restore(Places places) throws IOException {
    for (Path complete : new Path[] {places.ready, places.old}) {
      if (!Files.exists(places.folder) && Files.exists(complete)) {
        try {
          PartPath.move(complete, places.folder);
        } catch (IOException e) {
          if (!(e instanceof NoSuchFileException) && !Files.exists(places.folder)) {
            throw e;
          }
        }
      }
    }
  }

  /**
   * After a swap nothing can fail any more: what cannot be removed now waits for the next write.
   */
  private void tidy(Places places) {
    try {
      if (Files.exists(places.old)) {
        removeOld(places);
      }
    } catch (IOException e) {
      return;
    }
  }

  /** Removes the version before, after carrying over what its owner did not write. */
  private void removeOld(Places places) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(places.old)) {
      for (Path entry : entries) {
        Path kept = places.folder.resolve(entry.getFileName());
        if (!owned.test(entry.getFileName().toString()) && !Files.exists(kept)) {
          PartPath.move(entry, kept);
        }
      }
    }
    Path part = PartPath.beside(places.folder);
    PartPath.move(places.old, part);
    PartPath.remove(part);
  }

  /** What may throw while the folder or its neighbours are changed. */
  @FunctionalInterface
  private interface Change {
    void apply(Places places) throws IOException;
  }

  /** The three names of one folder. */
  private static final class Places {
    final Path folder;
    final Path ready;
    final Path old;

    Places(Path folder) throws IOException {
      if (folder.getNameCount() == 0) {
        throw new IOException("it is the root of a file system");
      }
      this.folder = folder;
      ready = folder.resolveSibling("." + folder.getFileName() + ".new");
      old = folder.resolveSibling("." + folder.getFileName() + ".old");
    }
  }
}
