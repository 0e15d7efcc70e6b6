package latentlab.models.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import latentlab.failure.InvalidInputException;
import latentlab.failure.Quoted;
import latentlab.models.ModelConfig;
import latentlab.storage.JsonFields;
import latentlab.storage.TextFile;

/**
 * The fields of a config record, read off its components and their {@link Setting} annotations: one
 * description from which forms, options and files are made. Immutable; any thread may use it.
 *
 * @param <C> the record
 */
public final class ConfigSchema<C extends Record & ModelConfig> {

  private static final int LARGEST_FILE = 1 << 20;

  private final List<ConfigField> fields;
  private final Constructor<C> constructor;

  private ConfigSchema(List<ConfigField> fields, Constructor<C> constructor) {
    this.fields = List.copyOf(fields);
    this.constructor = constructor;
  }

  /**
   * Reads the schema off a config record.
   *
   * @param type the record
   * @param <C> the record
   * @return its schema
   * @throws IllegalArgumentException if a component lacks the annotation or has a type that no
   *     setting can have
   */
  public static <C extends Record & ModelConfig> ConfigSchema<C> of(Class<C> type) {
    List<ConfigField> fields = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Setting setting = component.getAnnotation(Setting.class);
      if (setting == null) {
        throw new IllegalArgumentException(component + " of " + type + " lacks @Setting");
      }
      FieldKind.of(component);
      component.getAccessor().setAccessible(true);
      fields.add(new ConfigField(component.getName(), setting, component));
    }
    return new ConfigSchema<>(fields, canonicalConstructor(type));
  }

  /**
   * The fields.
   *
   * @return in the order of the record
   */
  public List<ConfigField> fields() {
    return fields;
  }

  /**
   * The field of a name.
   *
   * @param name as in the record
   * @return the field
   * @throws InvalidInputException if there is none; the message lists the names
   */
  public ConfigField field(String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "unknown setting " + Quoted.text(name) + "; expected one of: " + names()));
  }

  /**
   * The text of a field's value.
   *
   * @param config where the value is taken from
   * @param field one of {@link #fields()}
   * @return what {@link #with} reads back: lists as {@code 512,256}, choices as {@code leaky-relu}
   */
  public String textOf(C config, ConfigField field) {
    return FieldText.of(field, valueOf(config, field));
  }

  /**
   * Checks one value, without the others that the record may weigh it against.
   *
   * @param field one of {@link #fields()}
   * @param text a value as text
   * @throws InvalidInputException if the field does not allow it
   */
  public void check(ConfigField field, String text) {
    FieldText.parse(field, text);
  }

  /**
   * A copy with some fields changed.
   *
   * @param base gives all other fields
   * @param changes new values as text, by the names of their fields
   * @return the new config
   * @throws InvalidInputException if there is no such field, a value is not allowed, or the record
   *     refuses the values together; the message names field, value and what was expected
   */
  public C with(C base, Map<String, String> changes) {
    for (String name : changes.keySet()) {
      field(name);
    }
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      ConfigField field = fields.get(i);
      String change = changes.get(field.name());
      values[i] = change == null ? valueOf(base, field) : FieldText.parse(field, change);
    }
    return construct(values);
  }

  /**
   * A config as a JSON object.
   *
   * @param config the config
   * @return one line
   */
  public String toJson(C config) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (ConfigField field : fields) {
      json.set(field.name(), FieldJson.of(field, valueOf(config, field)));
    }
    return json.toString();
  }

  /**
   * A config of any type as a JSON object.
   *
   * @param config the config, which is a record
   * @return one line
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // A class stands for its type.
  public static <C extends Record & ModelConfig> String jsonOf(ModelConfig config) {
    C settings = (C) config;
    return of((Class<C>) settings.getClass()).toJson(settings);
  }

  /**
   * A config from a JSON object.
   *
   * @param json the text
   * @param base gives the fields that the text leaves out
   * @return the new config
   * @throws InvalidInputException if the text is no JSON object, has a field that the record lacks
   *     or has twice, or a value is of another type or not allowed
   */
  public C fromJson(String json, C base) {
    return fromFields(JsonFields.parse("config", json), base);
  }

  /**
   * A config from a file that holds a JSON object.
   *
   * @param file the file, of at most 1 MB
   * @param base gives the fields that the file leaves out
   * @return the new config
   * @throws InvalidInputException as {@link #fromJson}, or if the file cannot be found; the message
   *     starts with the file
   */
  public C fromFile(Path file, C base) {
    JsonFields json = JsonFields.parse(file.toString(), TextFile.read(file, LARGEST_FILE));
    try {
      return fromFields(json, base);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(file + ": " + e.getMessage(), e);
    }
  }

  private C fromFields(JsonFields json, C base) {
    Map<String, String> changes = new LinkedHashMap<>();
    for (String name : json.names()) {
      changes.put(name, FieldJson.textOf(field(name), json.node(name)));
    }
    return with(base, changes);
  }

  private String names() {
    return fields.stream().map(ConfigField::name).collect(Collectors.joining(", "));
  }

  private static <C extends Record> Constructor<C> canonicalConstructor(Class<C> type) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<C> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has a canonical constructor", e);
    }
  }

  private Object valueOf(C config, ConfigField field) {
    try {
      return field.component().getAccessor().invoke(config);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + field.name() + " of " + config, e);
    }
  }

  private C construct(Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException("cannot make " + constructor.getDeclaringClass(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + constructor.getDeclaringClass(), e);
    }
  }
}
