using System.Globalization;
using System.Text;

namespace Analysis.Tests.Annotation.Lexicons;

/// <summary>How many rows each lexicon has of each class: one that goes, comes or changes its class is a reviewed difference.</summary>
public sealed class RowCountTests
{
    private const string Prefix = "Analysis.Lexicons.";

    /// <summary>Columns that say of which class a row is.</summary>
    private static readonly Dictionary<string, string[]> Classes = new(StringComparer.Ordinal)
    {
        ["event-cues.tsv"] = ["roles"],
        ["event-prepositions.tsv"] = ["relation"],
        ["event-triggers.tsv"] = ["class", "kind"],
        ["given-names.tsv"] = ["use"],
        ["institutions.tsv"] = ["gender", "of"],
        ["letter-names.tsv"] = ["use"],
        ["metonymy.tsv"] = ["role"],
        ["name-heads.tsv"] = ["type", "span", "name"],
        ["name-parts.tsv"] = ["role"],
        ["ordinary-words.tsv"] = ["class"],
        ["time-words.tsv"] = ["class"],
        ["titles.tsv"] = ["kind"],
    };

    [Fact]
    public void The_rows_of_each_class_are_as_many_as_reviewed()
    {
        var page = new StringBuilder();
        foreach (var resource
            in typeof(Lexicon).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal))
        {
            var file = resource[Prefix.Length..];
            var rows = Rows(resource);
            var columns = Array.ConvertAll(Classes.GetValueOrDefault(file, []), column => Array.IndexOf(rows[0], column));
            foreach (var group
                in rows.Skip(1).GroupBy(row => string.Join(' ', columns.Select(column => row[column])))
                    .OrderBy(group => group.Key, StringComparer.Ordinal))
            {
                // A row of time words has several.
                var count = group.Sum(row => file == "time-words.tsv" ? row[^1].Split('|').Length : 1);
                page.Append(CultureInfo.InvariantCulture, $"{$"{file} {group.Key}".Trim()} {count}\n");
            }
        }

        GoldenFile.AssertEqual("rows.txt", page.ToString());
    }

    private static List<string[]> Rows(string resource)
    {
        using var reader = new StreamReader(typeof(Lexicon).Assembly.GetManifestResourceStream(resource)!);
        return [
            .. reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split('\t'))];
    }
}
