namespace Analysis.Notebooks;

/// <summary>
/// Compares the outputs that are committed with a notebook with those of a fresh run. Pictures differ between machines and are left out.
/// </summary>
public static class NotebookComparison
{
    /// <summary>One line, its first difference, for each cell whose outputs differ.</summary>
    /// <param name="committed">The notebook as it is committed.</param>
    /// <param name="rerun">The same cells after a fresh run.</param>
    public static IEnumerable<string> Differences(Notebook committed, Notebook rerun) =>
        from pair in committed.Cells.Zip(rerun.Cells)
        let difference = Difference([.. pair.First.Outputs], [.. pair.Second.Outputs])
        where difference is not null
        select $"{committed.File}, cell '{pair.First.Id}': {difference} [outputs]";

    private static string? Difference(CellOutput[] committed, CellOutput[] rerun)
    {
        foreach (var (index, (left, right)) in committed.Zip(rerun).Index())
        {
            var name = $"output {index + 1}";
            if (Names(left) != Names(right)) return $"{name} is {Names(left)}; the new run gives {Names(right)}";
            foreach (var (old, fresh) in left.Texts.Zip(right.Texts))
            {
                if (LineDifference.First(old.Text, fresh.Text) is { } difference)
                    return $"{name}, {old.Name}, line {difference.Line}: committed '{difference.Left}', new run '{difference.Right}'";
            }
        }

        return committed.Length == rerun.Length ? null : $"{committed.Length} outputs are committed; the new run gives {rerun.Length}";
    }

    private static string Names(CellOutput output) => string.Join(", ", output.Texts.Select(text => text.Name));
}
