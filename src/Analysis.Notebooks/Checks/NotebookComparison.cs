using System.Globalization;
using System.Text.Json.Nodes;

namespace Analysis.Notebooks;

/// <summary>Compares the outputs that are committed with a notebook with those of a fresh run. Pictures differ between machines and are left out.</summary>
public static class NotebookComparison
{
    private const string Check = "outputs";

    /// <summary>One finding, its first difference, for each cell whose outputs differ.</summary>
    /// <param name="committed">The notebook as it is committed.</param>
    /// <param name="rerun">The same notebook after a fresh run.</param>
    /// <exception cref="ArgumentException">The two do not have the same cells.</exception>
    public static IReadOnlyList<NotebookFinding> Differences(NotebookDocument committed, NotebookDocument rerun)
    {
        ArgumentNullException.ThrowIfNull(committed);
        ArgumentNullException.ThrowIfNull(rerun);
        if (!committed.Cells.Select(cell => (cell.Id, cell.Source)).SequenceEqual(rerun.Cells.Select(cell => (cell.Id, cell.Source))))
            throw new ArgumentException($"{committed.File}: the two notebooks do not have the same cells", nameof(rerun));
        return [.. from pair in committed.Cells.Zip(rerun.Cells)
                   let difference = Difference(pair.First.Outputs, pair.Second.Outputs)
                   where difference is not null
                   select new NotebookFinding(committed.File, pair.First.Id, Check, difference)];
    }

    private static string? Difference(IReadOnlyList<CellOutput> committed, IReadOnlyList<CellOutput> rerun)
    {
        for (var index = 0; index < Math.Min(committed.Count, rerun.Count); index++)
        {
            var (left, right) = (Texts(committed[index]), Texts(rerun[index]));
            var name = string.Create(CultureInfo.InvariantCulture, $"output {index + 1}");
            if (!left.Keys.SequenceEqual(right.Keys))
                return $"{name} is {string.Join(", ", left.Keys)}; the new run gives {string.Join(", ", right.Keys)}";
            foreach (var (part, text) in left)
            {
                if (LineDifference.First(text, right[part]) is { } difference)
                    return $"{name}, {part}, line {difference.Line}: committed '{difference.Left}', new run '{difference.Right}'";
            }
        }

        return committed.Count == rerun.Count
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{committed.Count} outputs are committed; the new run gives {rerun.Count}");
    }

    private static SortedDictionary<string, string> Texts(CellOutput output)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        switch (output)
        {
            case StreamOutput stream:
                texts[stream.Name] = stream.Text;
                break;
            case ErrorOutput error:
                texts["error"] = $"{error.Name}: {error.Value}";
                break;
            case RichOutput rich:
                foreach (var (mimeType, value) in rich.Data.Where(pair => !pair.Key.StartsWith("image/", StringComparison.Ordinal)))
                    texts[mimeType] = value is JsonValue ? rich.Text(mimeType) ?? value.ToJsonString() : CanonicalJson.Format(value);
                break;
        }

        return texts;
    }
}
