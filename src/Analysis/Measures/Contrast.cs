namespace Analysis;

/// <summary>How much more often a word stands in one part of a corpus than in another, by <see cref="Association"/>.</summary>
/// <param name="Word">The word.</param>
/// <param name="Table">Its hits and all other words, here and there.</param>
/// <param name="LogRatio">95 % interval of <see cref="Association.LogRatio"/>.</param>
/// <param name="AdjustedPValue">Probability by chance, after Benjamini and Hochberg over all words that were looked at.</param>
internal sealed record Contrast(string Word, Association Table, Interval LogRatio, double AdjustedPValue)
{
    /// <summary>Compares two parts of a corpus word by word, strongest first.</summary>
    /// <param name="here">Counts of the part that is asked about.</param>
    /// <param name="there">Counts of the other part.</param>
    /// <param name="words">The words to compare.</param>
    /// <param name="tests">Number of tests that the correction counts: as many as words, or more.</param>
    /// <param name="isShown">Whether a word is frequent enough for a row.</param>
    /// <param name="bootstrap">Samples of the documents of both parts.</param>
    /// <param name="first">Place of the other part's first document among them; 0 where both parts have the same documents.</param>
    public static IEnumerable<Contrast> Of(CountsByDocument here, CountsByDocument there, string[] words, int tests,
        Func<Association, bool> isShown, Bootstrap bootstrap, int first = 0)
    {
        var (hereSizes, thereSizes) = (here.SizesOf(bootstrap), there.SizesOf(bootstrap, first));
        var tables = Array.ConvertAll(words, word => TableOf(here.Count(word), here.Size, there.Count(word), there.Size));
        var adjusted = Significance.BenjaminiHochberg([.. tables.Select(table => table.PValue)], tests);
        return Enumerable.Range(0, words.Length).Where(at => isShown(tables[at])).AsParallel()
            .Select(at => new Contrast(words[at], tables[at], IntervalOf(words[at]), adjusted[at])).AsSequential()
            .OrderByDescending(row => row.Table.SignedG2).ThenBy(row => row.Word, StringComparer.Ordinal);

        Interval IntervalOf(string word)
        {
            var (hits, others) = (bootstrap.Sums(here[word]), bootstrap.Sums(there[word], first));
            return bootstrap.IntervalOf(sample =>
                TableOf(hits[sample], hereSizes[sample], others[sample], thereSizes[sample]).LogRatio);
        }
    }

    private static Association TableOf(long here, long hereWords, long there, long thereWords) =>
        new((int)here, (int)(hereWords - here), (int)there, (int)(thereWords - there));
}
