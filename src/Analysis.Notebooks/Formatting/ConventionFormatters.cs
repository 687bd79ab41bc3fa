using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace Analysis.Notebooks;

/// <summary>
/// The formatters that a type brings along by .NET Interactive's naming convention: an attribute class named
/// <c>TypeFormatterSourceAttribute</c> with <c>Type FormatterSourceType</c> and <c>string[] PreferredMimeTypes</c>; the source has
/// <c>IEnumerable&lt;object&gt; CreateTypeFormatters()</c>; each formatter has <c>string MimeType</c> and
/// <c>bool Format(object, TextWriter)</c>. Names count, not types, so that a library needs no reference to any notebook engine.
/// </summary>
internal sealed class ConventionFormatters
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private static readonly ConcurrentDictionary<Type, ConventionFormatters?> Known = new();
    private readonly Dictionary<string, Func<object, TextWriter, bool>> _formatters;

    private ConventionFormatters(Dictionary<string, Func<object, TextWriter, bool>> formatters, IReadOnlyList<string> preferred) =>
        (_formatters, Preferred) = (formatters, preferred);

    /// <summary>MIME types that the type wants shown.</summary>
    public IReadOnlyList<string> Preferred { get; }

    /// <summary>The formatters of a type or its nearest base class that has any; null when there are none.</summary>
    /// <exception cref="InvalidOperationException">The type bears the attribute, but what it names doesn't follow the convention.</exception>
    public static ConventionFormatters? For(Type type) => Known.GetOrAdd(type, Find);

    /// <summary>Whether there is a formatter of that MIME type.</summary>
    public bool Offers(string mimeType) => _formatters.ContainsKey(mimeType);

    /// <summary>The representation of a value; null when there is no such formatter or it declines the value.</summary>
    public string? Format(object value, string mimeType)
    {
        if (!_formatters.TryGetValue(mimeType, out var format))
            return null;
        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        return format(value, writer) ? writer.ToString() : null;
    }

    private static ConventionFormatters? Find(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            var attribute = current.GetCustomAttributes(inherit: false)
                .FirstOrDefault(candidate => candidate.GetType().Name == "TypeFormatterSourceAttribute");
            if (attribute is not null)
                return Read(current, attribute);
        }

        return null;
    }

    private static ConventionFormatters Read(Type type, object attribute)
    {
        var sourceType = Property<Type>(attribute, "FormatterSourceType")
            ?? throw Broken(type, "its attribute's FormatterSourceType is no type");
        var source = Activator.CreateInstance(sourceType, nonPublic: true)!;
        if (sourceType.GetMethod("CreateTypeFormatters", Instance, [])?.Invoke(source, []) is not IEnumerable formatters)
            throw Broken(type, $"{sourceType.Name} has no CreateTypeFormatters() that returns a sequence");
        var byMimeType = new Dictionary<string, Func<object, TextWriter, bool>>(StringComparer.Ordinal);
        foreach (var formatter in formatters)
        {
            var mimeType = Property<string>(formatter, "MimeType") ?? throw Broken(type, $"{formatter.GetType().Name} has no MimeType");
            var format = formatter.GetType().GetMethod("Format", Instance, [typeof(object), typeof(TextWriter)]);
            if (format?.ReturnType != typeof(bool))
                throw Broken(type, $"{formatter.GetType().Name} has no bool Format(object, TextWriter)");
            byMimeType[mimeType] = format.CreateDelegate<Func<object, TextWriter, bool>>(formatter);
        }

        return new ConventionFormatters(byMimeType, Property<string[]>(attribute, "PreferredMimeTypes") ?? []);
    }

    private static T? Property<T>(object owner, string name)
        where T : class => owner.GetType().GetProperty(name, Instance)?.GetValue(owner) as T;

    private static InvalidOperationException Broken(Type type, string what) =>
        new($"{type.Name} bears a TypeFormatterSourceAttribute, but {what}");
}
