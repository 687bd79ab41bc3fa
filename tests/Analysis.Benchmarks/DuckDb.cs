using System.Globalization;
using DuckDB.NET.Data;

namespace Analysis.Benchmarks;

/// <summary>The mentions in a table <c>m</c> of DuckDB, in memory.</summary>
internal sealed class DuckDb : IDisposable
{
    /// <summary>Counts by entity.</summary>
    public const string Counts = "select entity, '', count(*) from m group by entity";

    /// <summary>Counts by entity and month.</summary>
    public const string Months = """
        select entity, strftime(month, '%Y-%m'), n
        from (select entity, date_trunc('month', date) as month, count(*) as n from m group by all)
        """;

    /// <summary>Counts of the sentences that hold two entities.</summary>
    public const string Pairs = """
        with u as (select distinct document, sentence, entity from m)
        select a.entity, b.entity, count(*) from u a join u b using (document, sentence) where a.entity < b.entity group by all
        """;

    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public DuckDb(MentionRow[] mentions)
    {
        _connection.Open();
        using var command = _connection.CreateCommand();
        command.CommandText = "create table m (document varchar, sentence integer, date date, entity varchar, type varchar)";
        command.ExecuteNonQuery();
        using var appender = _connection.CreateAppender("m");
        foreach (var mention in mentions)
        {
            appender.CreateRow().AppendValue(mention.Document).AppendValue(mention.Sentence).AppendValue(mention.Date)
                .AppendValue(mention.Entity).AppendValue(mention.Type).EndRow();
        }
    }

    public string Version => _connection.ServerVersion;

    public string Threads => Scalar("select current_setting('threads')::varchar");

    public void Dispose() => _connection.Dispose();

    /// <summary>The rows of a query with two texts and a number.</summary>
    public List<(string, string, int)> Query(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<(string, string, int)>();
        while (reader.Read()) rows.Add((reader.GetString(0), reader.GetString(1), checked((int)reader.GetInt64(2))));
        return rows;
    }

    private string Scalar(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }
}
