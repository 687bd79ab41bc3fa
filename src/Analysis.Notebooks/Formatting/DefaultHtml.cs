using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Analysis.Notebooks;

/// <summary>
/// HTML tables of values that bring no formatter: a sequence of things with members has a column for each member. Everything is
/// escaped, and each cell takes its direction from its text.
/// </summary>
internal static class DefaultHtml
{
    /// <summary>Whether a table says more of a value than its plain text does.</summary>
    public static bool Suits(object? value) => !Members.IsScalar(value);

    /// <summary>The markup of a value.</summary>
    public static string Format(object? value) => value switch
    {
        RawHtml raw => raw.Html,
        _ when Members.IsScalar(value) => $"<pre dir=\"auto\">{Escape(DefaultText.Format(value))}</pre>",
        IDictionary pairs => FormatPairs(pairs),
        IEnumerable sequence => FormatSequence(sequence),
        _ => Table(["member", "value"], Members.Of(value!.GetType()).Select(member => new[] { member.Name, Members.Value(member, value) }), null),
    };

    /// <summary>Text with the characters that HTML gives a meaning escaped.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);

    private static string FormatPairs(IDictionary pairs)
    {
        var rows = new List<object?[]>();
        foreach (DictionaryEntry pair in pairs)
        {
            if (rows.Count == Members.MaxRows)
                break;
            rows.Add([pair.Key, pair.Value]);
        }

        return Table(["key", "value"], rows, Rest(rows.Count, pairs.Count));
    }

    private static string FormatSequence(IEnumerable sequence)
    {
        var (items, total) = Members.Take(sequence);
        var rest = Rest(items.Count, total);
        var members = SharedMembers(items);
        return members.Length == 0
            ? Table(["index", "value"], items.Select((item, index) => new[] { index, item }), rest)
            : Table(members.Select(member => member.Name), items.Select(item => members.Select(member => Members.Value(member, item!)).ToArray()), rest);
    }

    // Columns only where all items are of one type that has members.
    private static PropertyInfo[] SharedMembers(IReadOnlyList<object?> items)
    {
        if (items.Count == 0 || items.Any(item => item is null or IEnumerable || Members.IsScalar(item)))
            return [];
        var type = items[0]!.GetType();
        return items.All(item => item!.GetType() == type) ? Members.Of(type) : [];
    }

    private static string Table(IEnumerable<string> columns, IEnumerable<object?[]> rows, string? rest)
    {
        var html = new StringBuilder("<table>\n<thead><tr>");
        foreach (var column in columns)
            html.Append("<th scope=\"col\">").Append(Escape(column)).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            foreach (var value in row)
                html.Append("<td dir=\"auto\">").Append(Escape(DefaultText.Format(value))).Append("</td>");
            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>");
        if (rest is not null)
            html.Append("\n<p>").Append(rest).Append("</p>");
        return html.ToString();
    }

    private static string? Rest(int shown, int? total) => total switch
    {
        null => string.Create(CultureInfo.InvariantCulture, $"{shown} rows of more than 10,000"),
        _ when total > shown => string.Create(CultureInfo.InvariantCulture, $"{shown} of {total:N0} rows"),
        _ => null,
    };
}
