namespace Analysis.Tests.Corpora;

public sealed class CorpusFramesTests
{
    private static readonly Corpus Project = Corpus.Open(Repository.Corpus);

    [Fact]
    public void A_corpus_is_shown_as_the_table_of_its_frames() => Assert.StartsWith(
        "Frame       Rows  Columns\nDocuments      5  Id, Text, Published, ", Project.ToString(), StringComparison.Ordinal);

    [Fact]
    public void An_entity_is_asked_for_by_its_id() => Assert.Equal(8, Project.MentionsOf("esmail-qaani").Count);

    [Fact]
    public void An_entity_that_is_known_and_not_named_has_no_mentions()
    {
        var unnamed = Project.Entities.First(entity => !Project.Mentions.Any(mention => mention.Entity == entity.Id)).Id;
        Assert.Empty(Project.MentionsOf(unnamed));
    }

    [Theory]
    [InlineData("irann", "iran")]
    [InlineData("soleimani", "qasem-soleimani")]
    [InlineData("Esmail Qaani", "esmail-qaani")]
    [InlineData("قاسم سليماني", "qasem-soleimani")]
    public void An_id_that_the_gazetteer_lacks_is_answered_with_the_nearest(string id, string nearest)
    {
        var message = Assert.Throws<KeyNotFoundException>(() => Project.MentionsOf(id)).Message;
        Assert.StartsWith($"no entity '{id}' in the gazetteer; the nearest ids are ", message, StringComparison.Ordinal);
        Assert.Contains(nearest, message.Split(" are ")[1].Split(", "));
        Assert.Throws<ArgumentException>(() => Project.MentionsOf(" "));
    }

    [Fact]
    public void A_name_that_the_gazetteer_lacks_is_counted_and_paired_by_its_spelling()
    {
        var corpus = Corpus.Of(
            [
                new("1", "زار المحامي سالم الجبوريّ بغداد. وعاد المحامي سالم\nالجبورى إلى إيران."),
                new("2", "التقى المحامي سالم الجبوري المحامي أحمد الساعدي. وقال المحامي سالم الجبوري إنه باق."),
            ],
            Project.EntitiesFile);
        const string Salim = "?سالم الجبوري";
        const string Ahmad = "?احمد الساعدي";
        Assert.Equal(Salim, UnlistedName.IdOf("سالم  «الجبوريّ»"));
        Assert.Contains(corpus.Annotations, document => document.Mentions.Any(mention => mention.Entity is null));
        Assert.DoesNotContain(corpus.Mentions, mention => mention.Entity is null);
        Assert.Equal((Salim, 3), corpus.Mentions.CountBy(mention => mention.Entity).Select(count => (count.Value, count.Count)).First());
        Assert.Equal([new(Salim, "person", "سالم الجبوري", 3, 2), new(Ahmad, "person", "أحمد الساعدي", 1, 1)], corpus.Unlisted.Take(2));
        Assert.Contains(new EntityPair("1", null, 0, Salim, "baghdad"), corpus.CoMentions);
        Assert.Contains(new EntityPair("2", null, 0, Ahmad, Salim), corpus.CoMentions);
        Assert.Contains(CoMentions.Of(corpus.Mentions, corpus.Sentences, minimum: 1), pair => (pair.First, pair.Second) == (Ahmad, Salim));
        Assert.Contains(new Entity(Salim, "person", "سالم الجبوري", "", ""), corpus.Entities);
        Assert.Equal(("أحمد الساعدي* (Ahmd al-Sa‘di)", "person"), (corpus.NameOf(Ahmad), corpus.TypeOf(Ahmad)));
        Assert.Equal(3, corpus.MentionsOf(Salim).Count);
        var node = EntityNetwork.Of(corpus).Nodes[0];
        Assert.Equal((Salim, "سالم الجبوري* (Salm al-Jburi)", "سالم الجبوري", 3, 2),
            (node.Id, node.Label, node.LabelArabic, node.Mentions, node.Documents));
    }

    [Fact]
    public void A_chart_marks_names_that_the_gazetteer_lacks_and_says_so()
    {
        var corpus = Corpus.Of([new("1", "زار المحامي سالم الجبوري بغداد وإيران.")], Project.EntitiesFile);
        var counts = corpus.Mentions.CountBy(mention => mention.Entity);
        var pairs = CoMentions.Of(corpus.Mentions, corpus.Sentences, minimum: 1);
        Assert.All(
            (Figure[])[
                Figure.Bar(counts, "t", name: corpus.NameOf) with { Caption = "All names." },
                Figure.Dispersion(corpus.Mentions, corpus.Documents, "t", name: corpus.NameOf),
                Figure.HeatMap(pairs, "t", "First", "Second", "Both", symmetric: true, name: corpus.NameOf),
                Figure.Network(pairs, "t", name: corpus.NameOf),
            ],
            figure =>
            {
                Assert.Contains("سالم الجبوري* (Salm al-Jburi)", figure.Alt, StringComparison.Ordinal);
                var layout = System.Text.Json.Nodes.JsonNode.Parse(figure.ToPlotlyJson())!["layout"]!;
                Assert.Equal($"{figure.Caption} {figure.Note}".Trim(), $"{layout["meta"]!["caption"]}");
                Assert.EndsWith(Language.English.Text("unlisted"), figure.Note, StringComparison.Ordinal);
                Assert.Contains(layout["annotations"]!.AsArray(), note => $"{note!["text"]}" == figure.Note);
            });
        var listed = Figure.Bar(counts.Where(count => count.Value != "?سالم الجبوري").ToDataFrame(), "t", name: corpus.NameOf);
        Assert.DoesNotContain(Language.English.Text("unlisted"), listed.ToPlotlyJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_frame_is_made_once() => Assert.All(
        (Func<object>[])[
            () => Project.Documents, () => Project.Sentences, () => Project.Tokens, () => Project.Entities, () => Project.Mentions,
            () => Project.CoMentions, () => Project.Times, () => Project.Events, () => Project.Unlisted],
        frame => Assert.Same(frame(), frame()));

    [Fact]
    public void Every_span_of_every_frame_slices_to_its_surface_and_lies_in_its_sentence()
    {
        foreach (var token in Project.Tokens) Check(token.Document, token.Sentence, token.Start, token.End, token.Surface);
        foreach (var mention in Project.Mentions) Check(mention.Document, mention.Sentence, mention.Start, mention.End, mention.Surface);
        foreach (var time in Project.Times) Check(time.Document, time.Sentence, time.Start, time.End, time.Surface);
    }

    [Fact]
    public void Documents_in_another_order_or_on_several_threads_get_the_same_annotations()
    {
        var many = Enumerable.Range(0, 40).Select(copy => Project.Documents[copy % 5] with { Id = $"{copy:00}" }).ToArray();
        var forth = Corpus.Of(many, Project.EntitiesFile).Mentions;
        var back = Corpus.Of(many.Reverse(), Project.EntitiesFile).Mentions;
        Assert.Equal(forth, back.OrderBy(mention => mention.Document, StringComparer.Ordinal));
        Assert.Equal(Project.Mentions.Select(Anonymous), forth.Take(Project.Mentions.Count).Select(Anonymous));
    }

    [Fact]
    public void Pairs_are_counted_once_a_sentence_and_only_in_running_text()
    {
        var document = new Document("1", "إيران والعراق\nزار وفد إيران بغداد والعراق وإيران.\n| إيران بغداد |", Title: "إيران والعراق");
        var pairs = Corpus.Of([document], Project.EntitiesFile).CoMentions;
        Assert.Equal(
            [new("1", null, 1, "baghdad", "iran"), new("1", null, 1, "baghdad", "iraq"), new("1", null, 1, "iran", "iraq")],
            pairs);
    }

    [Fact]
    public void The_sentence_at_a_place_is_the_first_that_ends_behind_it_in_that_document()
    {
        foreach (var document in Project.Documents)
        {
            var sentences = Project.Sentences.Where(sentence => sentence.Document == document.Id).ToList();
            foreach (var offset
                in sentences.SelectMany(sentence => (int[])[sentence.Start - 1, sentence.Start, sentence.End - 1, sentence.End]))
                Assert.Equal(sentences.FirstOrDefault(sentence => offset < sentence.End), Project.SentenceAt(document.Id, offset));
        }

        Assert.Null(Project.SentenceAt("no such document", 0));
    }

    [Fact]
    public void A_document_that_is_not_there_is_named_with_those_that_are()
    {
        var corpus = Corpus.Of([new Document("a", "نص"), new Document("b", "نص")], Project.EntitiesFile);
        Assert.Equal("b", corpus["b"].Id);
        Assert.Equal("no document 'c' among 2: a, b", Assert.Throws<KeyNotFoundException>(() => corpus["c"]).Message);
    }

    private static Mention Anonymous(Mention mention) => mention with { Document = "" };

    private static void Check(string document, int sentence, int start, int end, string surface)
    {
        Assert.Equal(surface, Project[document].Text[start..end]);
        var around = Project.Sentences.First(each => each.Document == document && each.Index == sentence);
        Assert.True(around.Start <= start && end <= around.End);
    }

    [Fact]
    public void A_document_with_the_id_of_an_entity_is_not_called_by_the_name_of_the_entity()
    {
        var corpus = Corpus.Of(
            [new("iran", "x", new DateOnly(2021, 1, 3), TitleEnglish: "A friendly"), new("b", "x")],
            Path.Combine(Repository.Corpus, "entities.tsv"));
        Assert.Equal(["A friendly, 3 Jan 2021", "b"], corpus.Groups);
        Assert.Equal("A friendly, 3 Jan 2021", corpus.NameOf(corpus.GroupOf("iran")));
        Assert.Equal("Iran", corpus.NameOf("iran"));
    }
}
