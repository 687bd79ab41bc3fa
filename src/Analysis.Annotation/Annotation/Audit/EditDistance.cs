namespace Analysis;

/// <summary>Optimal string alignment distance: Damerau–Levenshtein distance in which no substring is edited twice.</summary>
internal static class EditDistance
{
    private const int LongestOnStack = 64;

    /// <summary>Number of insertions, deletions, substitutions and transpositions of adjacent letters between two words.</summary>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var width = right.Length + 1;
        Span<int> rows = right.Length < LongestOnStack ? stackalloc int[3 * (LongestOnStack + 1)] : new int[3 * width];
        var before = rows[..width];
        var above = rows.Slice(width, width);
        var row = rows.Slice(2 * width, width);
        for (var j = 0; j < width; j++) above[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j < width; j++)
            {
                var replaced = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                var least = Math.Min(replaced, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) least = Math.Min(least, before[j - 2] + 1);
                row[j] = least;
            }

            var last = before;
            before = above;
            above = row;
            row = last;
        }

        return above[right.Length];
    }
}
