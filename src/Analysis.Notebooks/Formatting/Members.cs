using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Analysis.Notebooks;

/// <summary>How default formatting sees values: as scalars, as sequences, or as things with members.</summary>
internal static class Members
{
    /// <summary>Rows of a table, and items of a list, that are shown at most.</summary>
    public const int MaxRows = 20;

    // Further than this a sequence that doesn't know its length is not counted; it may have no end.
    private const int MaxCounted = 10_000;

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    /// <summary>Whether a value reads best as one piece of text.</summary>
    public static bool IsScalar(object? value) =>
        value is null or string or IFormattable or bool or char or Type or Uri or Version or Exception
        || value is not IEnumerable && (Of(value.GetType()).Length == 0 || value is ITuple || HasOwnText(value.GetType()));

    /// <summary>The readable public properties of a type, in the order of their declaration, those of base classes first.</summary>
    public static PropertyInfo[] Of(Type type) => Known.GetOrAdd(type, static type =>
        [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
            .OrderBy(property => Depth(property.DeclaringType)).ThenBy(property => property.MetadataToken)]);

    /// <summary>The value of a property; what its getter throws is its value.</summary>
    public static object? Value(PropertyInfo property, object owner)
    {
        try
        {
            return property.GetValue(owner);
        }
        catch (TargetInvocationException exception)
        {
            return $"({exception.InnerException!.GetType().Name}: {exception.InnerException.Message})";
        }
    }

    /// <summary>The first items of a sequence, and how many there are: null where that is not known or goes on too long.</summary>
    public static (IReadOnlyList<object?> Items, int? Total) Take(IEnumerable sequence)
    {
        var items = new List<object?>();
        var total = 0;
        var known = (sequence as ICollection)?.Count ?? Count(sequence);
        foreach (var item in sequence)
        {
            total++;
            if (items.Count < MaxRows)
                items.Add(item);
            else if (known is not null)
                return (items, known);
            else if (total >= MaxCounted)
                return (items, null);
        }

        return (items, total);
    }

    private static int? Count(IEnumerable sequence) =>
        sequence.GetType().GetInterfaces().Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>))
            ? sequence.GetType().GetInterfaces()
                .First(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>))
                .GetProperty("Count")!.GetValue(sequence) as int?
            : null;

    private static int Depth(Type? type) => type is null ? 0 : 1 + Depth(type.BaseType);

    // A class that says how it reads is believed; records and anonymous types only list their members, as a table does better.
    private static bool HasOwnText(Type type) =>
        type.GetMethod(nameof(ToString), Type.EmptyTypes) is { } method
        && method.DeclaringType != typeof(object) && method.DeclaringType != typeof(ValueType)
        && !method.IsDefined(typeof(CompilerGeneratedAttribute))
        && !type.IsDefined(typeof(CompilerGeneratedAttribute));
}
