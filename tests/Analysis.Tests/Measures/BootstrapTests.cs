namespace Analysis.Tests.Measures;

public sealed class BootstrapTests
{
    private const int Trials = 400;

    // The rate of hits per word in documents whose own rates vary: what the intervals of frequencies are made for.
    [Theory]
    [InlineData(5, 0.88)]
    [InlineData(12, 0.9)]
    [InlineData(60, 0.92)]
    public void Intervals_cover_the_true_value_in_about_95_of_100_simulated_corpora(int documents, double least)
    {
        var random = new Random(7);
        var covered = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var (hits, words) = (new Dictionary<int, int>(), new Dictionary<int, int>());
            for (var document = 0; document < documents; document++)
            {
                words[document] = 300 + random.Next(200);
                var rate = 0.01 + 0.04 * random.NextDouble();
                hits[document] = Enumerable.Range(0, words[document]).Count(_ => random.NextDouble() < rate);
            }

            var bootstrap = new Bootstrap(documents, samples: 500, seed: trial);
            var (hitSums, wordSums) = (bootstrap.Sums(hits), bootstrap.Sums(words));
            var (low, high) = bootstrap.IntervalOf(sample => (double)hitSums[sample] / wordSums[sample]);
            if (low <= 0.03 && 0.03 <= high) covered++;
        }

        Assert.InRange((double)covered / Trials, least, 1);
    }

    [Fact]
    public void The_same_seed_gives_the_same_interval_and_another_seed_another()
    {
        static Interval Of(int seed)
        {
            var counts = Enumerable.Range(0, 30).ToDictionary(document => document, document => document * document);
            var bootstrap = new Bootstrap(30, seed: seed);
            var sums = bootstrap.Sums(counts);
            return bootstrap.IntervalOf(sample => sums[sample]);
        }

        Assert.Equal(Of(3), Of(3));
        Assert.NotEqual(Of(3), Of(4));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Without_three_documents_no_interval_is_known(int documents)
    {
        var (low, high) = new Bootstrap(documents).IntervalOf(_ => 1);
        Assert.True(double.IsNaN(low) && double.IsNaN(high));
        Assert.StartsWith("no intervals", new Bootstrap([3, documents]).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_few_documents_every_sample_is_taken_once_whatever_the_seed()
    {
        var bootstrap = new Bootstrap(3, samples: 5, seed: 9);
        // How often one of three documents is in three draws.
        Assert.Equal([(0, 8), (1, 12), (2, 6), (3, 1)], bootstrap.Sums(new Dictionary<int, int> { [1] = 1 })
            .GroupBy(sum => sum).OrderBy(same => same.Key).Select(same => ((int)same.Key, same.Count())));
        Assert.Equal("bootstrap of the documents: all 27 samples", bootstrap.ToString());
        Assert.Equal((46_656, 5), (new Bootstrap(6).Samples, new Bootstrap(7, samples: 5).Samples));
        Assert.Equal(108, new Bootstrap([3, 2]).Samples);
    }

    [Fact]
    public void Samples_without_a_value_are_left_out_and_of_most_without_one_no_interval_is_known()
    {
        var bootstrap = new Bootstrap(3);
        Assert.Equal(new Interval(1, 2), bootstrap.IntervalOf(sample => sample < 13 ? double.NaN : sample < 20 ? 1 : 2));
        Assert.Equal(new Interval(double.NaN, double.NaN), bootstrap.IntervalOf(sample => sample < 14 ? double.NaN : 1));
    }

    [Fact]
    public void Parts_are_drawn_apart()
    {
        var bootstrap = new Bootstrap([3, 4]);
        var ones = new Dictionary<int, int> { [0] = 1, [1] = 1, [2] = 1 };
        var rest = new Dictionary<int, int> { [0] = 1, [1] = 1, [2] = 1, [3] = 1 };
        Assert.All(bootstrap.Sums(ones), sum => Assert.Equal(3, sum));
        Assert.All(bootstrap.Sums(rest, first: 3), sum => Assert.Equal(4, sum));
    }
}
