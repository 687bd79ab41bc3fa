using Analysis.Tests.Corpora;
using DuckDB.NET.Data;

namespace Analysis.Tests.Exchange;

public sealed class ParquetTests : IDisposable
{
    private static readonly Corpus Corpus = Corpus.Open(Repository.Corpus);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(2, true)]
    public void Counts_of_parts_are_those_of_the_corpus_in_memory(int parts, bool byMonth)
    {
        Write(parts, byMonth);
        var counts = CorpusCounts.Read(_folder.Location);
        var sentences = Corpus.Sentences.Where(sentence => sentence.Kind == SentenceKind.Body);
        Assert.Equal(Corpus.Documents.Count, counts.Documents);
        Assert.Equal(sentences.Count(), counts.Sentences);
        Assert.Equal(Frequencies.Of(Corpus.Mentions, Corpus.Tokens), counts.Frequencies());
        Assert.Equal(CoMentions.Of(Corpus.Mentions, Corpus.Sentences, minimum: 1), counts.CoMentions(minimum: 1));
        Assert.Equal(
            Chronology.Of(Corpus).GroupBy(entry => (Month: Chronology.MonthOf(entry), entry.Kind))
                .Select(group => new MonthlyReports(group.Key.Month, group.Key.Kind, group.Count())).ToHashSet(),
            counts.ReportsByMonth().ToHashSet());
    }

    [Fact]
    public void DuckDB_reads_the_tables_with_Arabic_lists_dates_and_missing_values()
    {
        Write(2, byMonth: false);
        Assert.Equal(Corpus.Mentions.Count, Scalar<long>("select count(*) from 'mentions/*.parquet'"));
        Assert.Equal(
            string.Concat(Corpus.Sentences.Select(sentence => sentence.Text)),
            Scalar<string>("""
                select string_agg(text, '' order by number, index)
                from 'sentences/*.parquet' s join 'documents/*.parquet' d on s.document = d.id
                """));
        var shared = Corpus.Events.First(report => report.Actors.Count > 1);
        Assert.Equal(
            string.Join('|', shared.Actors),
            Scalar<string>($"""
                select array_to_string(actors, '|') from 'events/*.parquet' where document = '{shared.Document}' and start = {shared.Start}
                """));
        Assert.Equal(
            Corpus.Documents.Min(document => document.Published), Scalar<DateOnly>("select min(published) from 'documents/*.parquet'"));
        Assert.Equal(
            Corpus.Mentions.Count(mention => mention.Metonym is null),
            Scalar<long>("select count(*) from 'mentions/*.parquet' where metonym is null"));
    }

    [Fact]
    public void A_partition_holds_the_documents_of_its_month()
    {
        Write(1, byMonth: true);
        Assert.Equal(
            Corpus.Documents.Select(document => document.Published.YearMonth()).Distinct().Order(),
            Directory.EnumerateDirectories(_folder.At("documents")).Select(path => Path.GetFileName(path)["month=".Length..]).Order());
        Assert.Equal(
            Corpus.Documents.Count(document => document.Published.YearMonth() == "2020-04"),
            Scalar<long>("select count(*) from 'documents/month=2020-04/*.parquet'"));
    }

    [Fact]
    public void A_document_without_a_date_is_in_the_partition_of_missing_values()
    {
        using (var tables = new ParquetTables(_folder.Location, byMonth: true))
        {
            tables.Prepare(0, Corpus.Annotator.Annotate(new Document("x", "زار الوزير بغداد")))();
            tables.Complete();
        }

        Assert.Equal(
            1, Scalar<long>("select count(*) from read_parquet('documents/*/*.parquet', hive_partitioning = true) where month is null"));
    }

    [Fact]
    public void What_is_not_complete_leaves_no_file()
    {
        using (var tables = new ParquetTables(_folder.Location)) tables.Prepare(0, Corpus.Annotations[0])();
        Assert.Empty(Directory.EnumerateFiles(_folder.Location, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_part_that_is_written_again_is_replaced_and_others_stay()
    {
        Write(2, byMonth: false);
        Write(2, byMonth: false);
        Assert.Equal(Corpus.Documents.Count, CorpusCounts.Read(_folder.Location).Documents);
    }

    [Fact]
    public void A_shard_that_is_missing_is_named()
    {
        Write(3, byMonth: false);
        File.Delete(_folder.At("documents/part-2-of-3.parquet"));
        var error = Assert.Throws<InvalidDataException>(() => CorpusCounts.Read(_folder.Location));
        Assert.Contains("no tables of shard 2 of 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_are_read_from_the_columns_that_are_named()
    {
        Write(1, byMonth: false);
        var file = Directory.EnumerateFiles(_folder.At("documents")).Single();
        var documents = ParquetRows.Documents(file, FieldNames.Parse("id=Id,text=Title,date=Published,title=Outlet")).ToList();
        Assert.Equal(
            Corpus.Documents.Select(document => (document.Id, document.Title, document.Published)),
            documents.Select(line => (line.Document!.Id, line.Document.Text, line.Document.Published)));
        var error = Assert.Throws<InvalidDataException>(() => ParquetRows.Documents(file, FieldNames.Parse(null)).ToList());
        Assert.Contains("no column 'text' among 'Number, Id, Published", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_that_hold_a_document_twice_are_named()
    {
        Write(1, byMonth: false);
        Write(2, byMonth: false);
        var error = Assert.Throws<InvalidDataException>(() => CorpusCounts.Read(_folder.Location));
        Assert.Contains("two documents with the number 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_table_and_a_file_that_is_no_Parquet_are_named()
    {
        var missing = Assert.Throws<DirectoryNotFoundException>(() => CorpusCounts.Read(_folder.Location));
        Assert.Contains("'documents'", missing.Message, StringComparison.Ordinal);
        _folder.With("documents/part-0.parquet", "id,number\n1,2\n");
        var broken = Assert.Throws<InvalidDataException>(() => CorpusCounts.Read(_folder.Location));
        Assert.Contains("part-0.parquet", broken.Message, StringComparison.Ordinal);
    }

    // Part i has every parts-th document from the i-th.
    private void Write(int parts, bool byMonth)
    {
        for (var part = 0; part < parts; part++)
        {
            using var tables = new ParquetTables(_folder.Location, ParquetTables.PartOf(part + 1, parts), byMonth);
            for (var number = part; number < Corpus.Annotations.Count; number += parts)
                tables.Prepare(number, Corpus.Annotations[number])();
            tables.Complete();
        }
    }

    private T Scalar<T>(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"set file_search_path = '{_folder.Location}'; " + sql;
        using var reader = command.ExecuteReader();
        reader.NextResult();
        Assert.True(reader.Read());
        return reader.GetFieldValue<T>(0);
    }
}
