namespace Analysis;

/// <summary>Optimal string alignment distance: Damerau–Levenshtein distance in which no substring is edited twice.</summary>
internal static class EditDistance
{
    /// <summary>Number of insertions, deletions, substitutions and transpositions of adjacent letters between two words.</summary>
    public static int Between(string left, string right)
    {
        // The distances between the beginnings of the words.
        var edits = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                edits[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    edits[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1), Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    edits[i, j] = Math.Min(edits[i, j], edits[i - 2, j - 2] + 1);
            }
        }

        return edits[left.Length, right.Length];
    }
}
