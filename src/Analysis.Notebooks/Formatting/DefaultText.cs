using System.Collections;
using System.Globalization;

namespace Analysis.Notebooks;

/// <summary>Plain text of values that bring no formatter: culture plays no part in it.</summary>
internal static class DefaultText
{
    // Deeper than this, what is nested is named by its type only; values may refer to each other in circles.
    private const int MaxDepth = 3;

    /// <summary>The text of a value.</summary>
    public static string Format(object? value) => Format(value, depth: 0);

    private static string Format(object? value, int depth) => value switch
    {
        null => "null",
        string text => text,
        bool truth => truth ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ when Members.IsScalar(value) => value.ToString() ?? "",
        _ when depth >= MaxDepth => TypeName(value.GetType()),
        IDictionary pairs => FormatPairs(pairs, depth),
        IEnumerable sequence => FormatSequence(sequence, depth),
        _ => FormatMembers(value, depth),
    };

    private static string FormatPairs(IDictionary pairs, int depth)
    {
        var shown = new List<string>();
        foreach (DictionaryEntry pair in pairs)
        {
            if (shown.Count == Members.MaxRows)
                break;
            shown.Add($"{Format(pair.Key, depth + 1)}: {Format(pair.Value, depth + 1)}");
        }

        return Wrap('{', shown, shown.Count, '}', pairs.Count - shown.Count);
    }

    private static string FormatSequence(IEnumerable sequence, int depth)
    {
        var (items, total) = Members.Take(sequence);
        return Wrap('[', items.Select(item => Format(item, depth + 1)), items.Count, ']', total - items.Count);
    }

    private static string FormatMembers(object value, int depth)
    {
        var members = Members.Of(value.GetType());
        return Wrap('{', members.Select(member => $"{member.Name} = {Format(Members.Value(member, value), depth + 1)}"), members.Length, '}', 0);
    }

    private static string Wrap(char open, IEnumerable<string> parts, int count, char close, int? left)
    {
        if (count == 0)
            return $"{open}{close}";
        var more = left switch
        {
            null => ", … (more)",
            > 0 => string.Create(CultureInfo.InvariantCulture, $", … ({left} more)"),
            _ => "",
        };
        return $"{open} {string.Join(", ", parts)}{more} {close}";
    }

    private static string TypeName(Type type) => type.IsGenericType ? type.Name.Split('`')[0] : type.Name;
}
