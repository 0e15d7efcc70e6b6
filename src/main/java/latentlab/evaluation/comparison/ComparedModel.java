package latentlab.evaluation.comparison;

import latentlab.models.storage.ModelFolder;

/**
 * A stored model that is to be compared.
 *
 * @param name what it is called in the table
 * @param folder where it is
 */
public record ComparedModel(String name, ModelFolder folder) {}
