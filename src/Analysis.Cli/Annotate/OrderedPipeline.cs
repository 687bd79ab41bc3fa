namespace Analysis.Cli;

/// <summary>
/// Works on items on several threads, and hands on the results in the order of the items. One thread takes the items, the calling thread
/// takes the results. No more than a few items a thread are under way, so memory is bounded whatever is slow.
/// </summary>
internal static class OrderedPipeline
{
    private const int ItemsPerThread = 3;

    /// <summary>Runs until the items end.</summary>
    /// <param name="items">The items; the thread that takes them is left waiting where another part fails or the run is stopped.</param>
    /// <param name="threads">How many threads work.</param>
    /// <param name="work">Makes a result of an item, on any thread.</param>
    /// <param name="take">Takes a result, in order, on the calling thread.</param>
    /// <param name="stop">Ends the run between two results.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static void Run<TItem, TResult>(
        IEnumerable<TItem> items, int threads, Func<TItem, TResult> work, Action<TResult> take, CancellationToken stop)
    {
        // Neither is disposed: a thread that waits for input may come back to them after the end.
        var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var ordered = new BlockingCollection<Task<TResult>>(threads * ItemsPerThread);
        var workers = new TaskFactory(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler);
        var reading = Task.Factory.StartNew(Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var result in ordered.GetConsumingEnumerable(end.Token))
            {
                Task.WaitAny([result], end.Token);
                take(result.GetAwaiter().GetResult());
                stop.ThrowIfCancellationRequested();
            }

            reading.GetAwaiter().GetResult();
        }
        finally
        {
            end.Cancel();
        }

        void Read()
        {
            try
            {
                foreach (var item in items) ordered.Add(workers.StartNew(() => work(item), end.Token), end.Token);
            }
            finally
            {
                ordered.CompleteAdding();
            }
        }
    }
}
